package io.herd.json.dockermod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.model.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of 2014 and what they are today. */
class DockerModFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'VolumesFrom':''}|{}",
                "{'VolumesFrom':'a'}|{'HostConfig':{'VolumesFrom':['a']}}",
                "{'VolumesFrom':'a, b:ro,'}|{'HostConfig':{'VolumesFrom':['a','b:ro']}}",
                "{'VolumesFrom':['a']}|{'HostConfig':{'VolumesFrom':['a']}}",
                "{'VolumesFrom':null}|{}",
                "{'HostConfig':{'VolumesFrom':''}}|{'HostConfig':{'VolumesFrom':[]}}",
                "{'HostConfig':{'VolumesFrom':'a,b'}}|{'HostConfig':{'VolumesFrom':['a','b']}}",
                "{'Memory':16777216}|{'HostConfig':{'Memory':16777216}}",
                "{'Memory':16777216.0}|{'HostConfig':{'Memory':16777216.0}}",
                "{'Memory':0,'MemorySwap':0,'CpuShares':0,'Cpuset':''}|{}",
                "{'MemorySwap':-1}|{'HostConfig':{'MemorySwap':-1}}",
                "{'CpuShares':512,'HostConfig':{}}|{'HostConfig':{'CpuShares':512}}",
                "{'CpuShares':512,'HostConfig':null}|{'HostConfig':{'CpuShares':512}}",
                "{'CpuShares':512,'HostConfig':{'CpuShares':7}}|{'HostConfig':{'CpuShares':7}}",
                "{'Memory':5,'HostConfig':{'Memory':0}}|{'HostConfig':{'Memory':5}}",
                "{'Cpuset':'0,1'}|{'HostConfig':{'CpusetCpus':'0,1'}}",
                "{'Cpuset':'0','HostConfig':{'CpusetCpus':'1'}}|{'HostConfig':{'CpusetCpus':'1'}}",
                "{'Dns':null}|{}",
                "{'Dns':['8.8.8.8']}|{'HostConfig':{'Dns':['8.8.8.8']}}",
                "{'Dns':'8.8.8.8'}|{'HostConfig':{'Dns':['8.8.8.8']}}",
                "{'SecurityOpts':['']}|{}",
                "{'SecurityOpt':['label:disable']}|{'HostConfig':{'SecurityOpt':['label:disable']}}",
                "{'HostConfig':{'SecurityOpt':['']}}|{'HostConfig':{'SecurityOpt':[]}}",
                "{'memory':5,'hostconfig':{'Privileged':true}}|{'hostconfig':{'Privileged':true,'Memory':5}}",
                "{'Memory':5,'Binds':['/a:/a'],'Privileged':true}|{'HostConfig':{'Binds':['/a:/a'],'Privileged':true,'Memory':5}}",
                "{'Binds':['/a:/a']}|{'Binds':['/a:/a']}",
                "{'Memory':5,'Binds':['/a:/a'],'HostConfig':{}}|{'Binds':['/a:/a'],'HostConfig':{'Memory':5}}",
                "{'Memory':5,'HostConfig':''}|{'Memory':5,'HostConfig':''}",
                "{'PortSpecs':null}|{}",
                "{'PortSpecs':['80']}|{'ExposedPorts':{'80/tcp':{}},'HostConfig':{'PortBindings':{'80/tcp':[{'HostIp':'','HostPort':''}]}}}",
                "{'PortSpecs':['8080:80']}|{'ExposedPorts':{'80/tcp':{}},'HostConfig':{'PortBindings':{'80/tcp':[{'HostIp':'','HostPort':'8080'}]}}}",
                "{'PortSpecs':['127.0.0.1:53:53/udp']}|{'ExposedPorts':{'53/udp':{}},'HostConfig':{'PortBindings':{'53/udp':[{'HostIp':'127.0.0.1','HostPort':'53'}]}}}",
                "{'PortSpecs':['1:80','2:80'],'ExposedPorts':{'22/tcp':{}}}|{'ExposedPorts':{'22/tcp':{},'80/tcp':{}},'HostConfig':{'PortBindings':{'80/tcp':[{'HostIp':'','HostPort':'1'},{'HostIp':'','HostPort':'2'}]}}}",
                "{'PortSpecs':['1:80'],'HostConfig':{'PortBindings':{'80/tcp':[{'HostPort':'9'}]}}}|{'HostConfig':{'PortBindings':{'80/tcp':[{'HostPort':'9'}]}},'ExposedPorts':{'80/tcp':{}}}",
                "{'b':1.50,'a':1e2,'Image':'x','Entrypoint':'sh','Cmd':'date','_comment':null}|{'b':1.50,'a':1e2,'Image':'x','Entrypoint':'sh','Cmd':'date','_comment':null}",
            })
    void anOldFormMeansTheSameToday(String old, String today) throws Exception {
        assertThat(today(old)).isEqualTo(today);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'http'",
                "'1:2:3:4'",
                "'80/sctp'",
                "'10.0.0:8080:80'",
                "'1.2.3.400:8080:80'",
                "80",
                "{}"
            })
    void aPortThatNoDaemonUnderstoodIsNamed(String spec) {
        assertThatThrownBy(() -> today("{'PortSpecs':[%s]}".formatted(spec)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageStartingWith(
                        "'PortSpecs' has '%s': use ".formatted(spec.replace("'", "")));
    }

    @Test
    void aFormOfTodayStaysAsItIs() throws Exception {
        var form =
                "{'Image':'x','HostConfig':{'Memory':5,'Dns':['1.1.1.1'],'VolumesFrom':null,'NanoCpus':1e9}}";

        assertThat(today(form)).isEqualTo(form);
    }

    private static String today(String form) throws BadRequestException {
        return DockerModForm.today(new RawJson(form.replace('\'', '"'))).text().replace('"', '\'');
    }
}
