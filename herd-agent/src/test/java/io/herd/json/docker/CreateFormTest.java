package io.herd.json.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.model.RawJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateFormTest {

    /** As docker's own command sends it for {@code docker create busybox}. */
    private static final String DOCKERS =
            """
            {"Hostname":"","Domainname":"","User":"","AttachStdin":false,"AttachStdout":true,
             "AttachStderr":true,"Tty":false,"OpenStdin":false,"StdinOnce":false,"Env":null,
             "Cmd":null,"Image":"busybox","Volumes":{},"WorkingDir":"","Entrypoint":null,
             "OnBuild":null,"Labels":{},
             "HostConfig":{"Binds":null,"ContainerIDFile":"","LogConfig":{"Type":"","Config":{}},
              "NetworkMode":"default","PortBindings":{},
              "RestartPolicy":{"Name":"no","MaximumRetryCount":0},"AutoRemove":false,
              "VolumeDriver":"","VolumesFrom":null,"ConsoleSize":[0,0],"CapAdd":null,"CapDrop":null,
              "CgroupnsMode":"","Dns":[],"DnsOptions":[],"DnsSearch":[],"ExtraHosts":null,
              "GroupAdd":null,"IpcMode":"","Cgroup":"","Links":null,"OomScoreAdj":0,"PidMode":"",
              "Privileged":false,"PublishAllPorts":false,"ReadonlyRootfs":false,
              "SecurityOpt":null,"UTSMode":"","UsernsMode":"","ShmSize":0,"Isolation":"",
              "CpuShares":0,"Memory":0,"NanoCpus":0,"CgroupParent":"","BlkioWeight":0,
              "BlkioWeightDevice":[],"BlkioDeviceReadBps":[],"BlkioDeviceWriteBps":[],
              "BlkioDeviceReadIOps":[],"BlkioDeviceWriteIOps":[],"CpuPeriod":0,"CpuQuota":0,
              "CpuRealtimePeriod":0,"CpuRealtimeRuntime":0,"CpusetCpus":"","CpusetMems":"",
              "Devices":[],"DeviceCgroupRules":null,"DeviceRequests":null,"MemoryReservation":0,
              "MemorySwap":0,"MemorySwappiness":-1,"OomKillDisable":false,"PidsLimit":0,
              "Ulimits":[],"CpuCount":0,"CpuPercent":0,"IOMaximumIOps":0,"IOMaximumBandwidth":0,
              "MaskedPaths":null,"ReadonlyPaths":null},
             "NetworkingConfig":{"EndpointsConfig":{"default":{"IPAMConfig":null,"Links":null,
              "Aliases":null,"MacAddress":"","DriverOpts":null,"GwPriority":0,"NetworkID":"",
              "EndpointID":"","Gateway":"","IPAddress":"","IPPrefixLen":0,"IPv6Gateway":"",
              "GlobalIPv6Address":"","GlobalIPv6PrefixLen":0,"DNSNames":null}}}}
            """;

    @Test
    void whatDockersCommandSendsIsHarmless() throws HarmfulFormException {
        var form = CreateForm.of(new RawJson(DOCKERS));

        assertThat(form.image()).isEqualTo("busybox");
        assertThat(form.volumes()).isEmpty();
        assertThat(form.networks()).isEmpty();
        assertThat(form.demands()).isEqualTo(new Demands(0, 0, 0, -1, false));
    }

    @Test
    void whatItUsesIsTold() throws HarmfulFormException {
        var form =
                CreateForm.of(
                        host(
                                """
                                "Binds": ["data:/data", "logs:/logs:ro"],
                                "Mounts": [
                                  {"Type": "volume", "Source": "more", "Target": "/more",
                                   "VolumeOptions": {"NoCopy": true, "DriverConfig": {}}},
                                  {"Type": "volume", "Target": "/own"},
                                  {"Type": "tmpfs", "Target": "/t", "TmpfsOptions": {"Mode": 7}}],
                                "NetworkMode": "front", "Memory": 5, "MemorySwap": -1,
                                "CpuQuota": 150000, "PidsLimit": 7,
                                "RestartPolicy": {"Name": "always"}},
                                "NetworkingConfig": {"EndpointsConfig": {"back": {"Aliases": ["x"]}}
                                """));

        assertThat(form.volumes()).containsExactlyInAnyOrder("data", "logs", "more");
        assertThat(form.networks()).containsExactlyInAnyOrder("front", "back");
        assertThat(form.demands()).isEqualTo(new Demands(5, -1, 1_500_000_000, 7, true));
    }

    /** What would take a limit away, or change it by what is not known here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"CpuQuota\": -1}                         | -1 | 0",
                "{\"CpuQuota\": 50000}                      | -1 | 0",
                "{\"CpuPeriod\": 1000}                      | -1 | 0",
                "{\"CpuQuota\": 9223372036854775807, \"CpuPeriod\": 1} | -1 | 0",
                "{\"CpuQuota\": 50000, \"CpuPeriod\": 100000} | 500000000 | 0",
                "{\"NanoCpus\": 500000000}                  | 500000000 | 0",
                "{\"PidsLimit\": 0}                         | 0 | -1",
                "{\"PidsLimit\": null}                      | 0 | 0",
                "{}                                         | 0 | 0",
            })
    void anUpdateSaysWhatItMayLeadTo(String form, long cpus, long pids) throws Exception {
        var demands = CreateForm.update(new RawJson(form));

        assertThat(demands.cpus()).isEqualTo(cpus);
        assertThat(demands.pids()).isEqualTo(pids);
    }

    @Test
    void networksAreGivenOtherNames() {
        var form =
                new RawJson(
                        """
                        {"HostConfig":{"NetworkMode":"front"},"NetworkingConfig":{"EndpointsConfig":{"front":{"Aliases":["x"]},"bridge":{}}}}
                        """);

        assertThat(CreateForm.withNetworks(form, Map.of("front", "abc")).text())
                .isEqualTo(
                        "{\"HostConfig\":{\"NetworkMode\":\"abc\"},\"NetworkingConfig\":{\"EndpointsConfig\":{\"abc\":{\"Aliases\":[\"x\"]},\"bridge\":{}}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Privileged\": true",
                "\"CapAdd\": [\"SYS_ADMIN\"]",
                "\"Capabilities\": [\"ALL\"]",
                "\"PidMode\": \"host\"",
                "\"PidMode\": \"container:abc\"",
                "\"IpcMode\": \"host\"",
                "\"IpcMode\": \"container:abc\"",
                "\"UTSMode\": \"host\"",
                "\"UsernsMode\": \"host\"",
                "\"CgroupnsMode\": \"host\"",
                "\"Cgroup\": \"container:abc\"",
                "\"NetworkMode\": \"host\"",
                "\"NetworkMode\": \"container:abc\"",
                "\"NetworkMode\": [\"host\"]",
                "\"Devices\": [{\"PathOnHost\": \"/dev/sda\"}]",
                "\"DeviceCgroupRules\": [\"a *:* rwm\"]",
                "\"DeviceRequests\": [{\"Driver\": \"\", \"Count\": -1}]",
                "\"Binds\": [\"/:/host\"]",
                "\"Binds\": [\"/var/run/docker.sock:/s\"]",
                "\"Binds\": [\"./x:/x\"]",
                "\"Binds\": [\"~:/x\"]",
                "\"Binds\": [\"x:/x:rshared\"]",
                "\"Binds\": [\"x\"]",
                "\"Binds\": [7]",
                "\"Binds\": {\"a\": \"/:/x\"}",
                "\"Mounts\": [{\"Type\": \"bind\", \"Source\": \"/\", \"Target\": \"/x\"}]",
                "\"Mounts\": [{\"Type\": \"volume\", \"Source\": \"/\", \"Target\": \"/x\"}]",
                "\"Mounts\": [{\"type\": \"bind\", \"Type\": \"volume\", \"Target\": \"/x\"}]",
                "\"Mounts\": [{\"Type\": \"npipe\", \"Target\": \"/x\"}]",
                "\"Mounts\": [{\"Type\": \"image\", \"Source\": \"x\", \"Target\": \"/x\"}]",
                "\"Mounts\": [{\"Type\": \"volume\", \"Target\": \"/x\", \"VolumeOptions\": {\"DriverConfig\": {\"Options\": {\"o\": \"bind\"}}}}]",
                "\"Mounts\": [{\"Type\": \"volume\", \"Target\": \"/x\", \"VolumeOptions\": {\"Subpath\": \"../x\"}}]",
                "\"VolumesFrom\": [\"abc\"]",
                "\"VolumeDriver\": \"rexray\"",
                "\"SecurityOpt\": [\"seccomp=unconfined\"]",
                "\"SecurityOpt\": [\"no-new-privileges\", \"apparmor=unconfined\"]",
                "\"SecurityOpt\": [\"systempaths=unconfined\"]",
                "\"Sysctls\": {\"kernel.core_pattern\": \"|/x\"}",
                "\"Runtime\": \"mine\"",
                "\"CgroupParent\": \"/\"",
                "\"LogConfig\": {\"Type\": \"syslog\"}",
                "\"LogConfig\": {\"Type\": \"json-file\", \"Config\": {\"syslog-address\": \"udp://h:1\"}}",
                "\"OomScoreAdj\": -1000",
                "\"OomKillDisable\": true",
                "\"Ulimits\": [{\"Name\": \"memlock\", \"Soft\": -1, \"Hard\": -1}]",
                "\"MaskedPaths\": []",
                "\"ReadonlyPaths\": []",
                "\"Annotations\": {\"a\": \"b\"}",
                "\"StorageOpt\": {\"size\": \"1\"}",
                "\"Links\": [\"db:db\"]",
                "\"CpuRealtimeRuntime\": 1",
                "\"KernelMemory\": 1",
                "\"ContainerIDFile\": \"/etc/x\"",
                "\"PidsLimit\": \"many\"",
                // What a daemon would read all the same.
                "\"privileged\": true",
                "\"PRIVILEGED\": true",
                "\"Privileged\": 1",
                "\"Privileged\": \"true\"",
                "\"\\u0050rivileged\": true",
                "\"capadd\": null",
                "\"memory\": null",
                "\"SomethingNew\": true",
                "\"SomethingNew\": null",
            })
    void whatIsNotKnownToBeHarmlessOnTheHostIsNamed(String field) {
        assertThatThrownBy(() -> CreateForm.of(host(field)))
                .isInstanceOf(HarmfulFormException.class)
                .hasMessageStartingWith("HostConfig");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hostconfig\": {\"Privileged\": true}}",
                "{\"HostConfig\": {}, \"hostConfig\": {\"Privileged\": true}}",
                "{\"Ho\\u017ftConfig\": {\"Privileged\": true}}",
                "{\"HOSTCONFIG\": null}",
                // Old daemons read these here, too.
                "{\"Privileged\": true}",
                "{\"Binds\": [\"/:/x\"]}",
                "{\"MacAddress\": \"02:42:ac:11:00:02\"}",
                "{\"NetworkingConfig\": {\"EndpointsConfig\": {\"host\": {}}}}",
                "{\"NetworkingConfig\": {\"EndpointsConfig\": {\"x\": {\"Links\": [\"db\"]}}}}",
                "{\"NetworkingConfig\": {\"EndpointsConfig\": {\"x\": {\"DriverOpts\": {\"a\": \"b\"}}}}}",
                "{\"NetworkingConfig\": {\"endpointsConfig\": {}}}",
                "{\"HostConfig\": \"x\"}",
                "[]",
                "7",
                "{",
            })
    void theSameElsewhere(String form) {
        assertThatThrownBy(() -> CreateForm.of(new RawJson(form)))
                .isInstanceOf(HarmfulFormException.class);
    }

    private static RawJson host(String fields) {
        return new RawJson("{\"Image\": \"busybox\", \"HostConfig\": {%s}}".formatted(fields));
    }
}
