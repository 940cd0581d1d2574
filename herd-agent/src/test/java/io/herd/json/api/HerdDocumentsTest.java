package io.herd.json.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.json.UnexpectedJsonException;
import io.herd.model.NodeName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HerdDocumentsTest {

    private static final String OWN = "";

    @Test
    void containersOfAllNodesAreOneListYoungestFirst() throws UnexpectedJsonException {
        var containers = new HerdContainers();
        containers.add(
                of("a", OWN, "[{'Id':'1','Names':['/web'],'Created':10,'Labels':{'x':'y'}}]"));
        containers.add(
                of("b", "10.0.0.2", "[{'Id':'2','Names':['/db'],'Created':20,'Labels':null}]"));

        assertThat(containers.list(-1))
                .isEqualTo(
                        json(
                                "[{'Id':'2','Names':['/db','/b/db'],'Created':20,'Labels':{'herd.node':'b'}},"
                                        + "{'Id':'1','Names':['/web','/a/web'],'Created':10,'Labels':{'x':'y','herd.node':'a'}}]"));
        assertThat(containers.list(1)).contains("/db").doesNotContain("/web");
    }

    // Found by fuzzing: each of them was an exception, and cost the answers of all other nodes.
    @Test
    void nonsenseInAnAnswerOfOneNodeIsLeftAsItIs() throws UnexpectedJsonException {
        var odd =
                "[{'Id':'1','Names':[[]],'Created':1e99999,'State':'running','Ports':[{'PublicPort':1e99999}]}]";
        var containers = new HerdContainers();
        containers.add(of("a", OWN, odd));

        assertThat(containers.list(-1)).contains("1e99999");
        assertThat(NodeContainers.of(of("a", OWN, odd)).holds(80)).isFalse();
        assertThat(of("a", OWN, odd).only(_ -> true).document()).isEqualTo("[]");
        assertThat(HerdResources.count(of("a", OWN, "{}"))).isZero();
        assertThat(HerdInfo.version(of("a", OWN, "{'Components':[7]}"), "1.47", "1.24", "1.0"))
                .contains("[7,{");
        assertThat(
                        Summed.of(
                                List.of(
                                        of("a", OWN, "{'n':1,'m':1}"),
                                        of("b", OWN, "{'n':1e99999,'m':2}"))))
                .isEqualTo(json("{'n':1,'m':3}"));
    }

    @Test
    void portsOfAnotherHostAreAtItsAddress() throws UnexpectedJsonException {
        var ports =
                "[{'Ports':[{'IP':'0.0.0.0','PublicPort':80},{'IP':'::','PublicPort':80},{'IP':'127.0.0.1','PublicPort':81},{'PrivatePort':9}]}]";
        var own = new HerdContainers();
        own.add(of("a", OWN, ports));
        var other = new HerdContainers();
        other.add(of("b", "10.0.0.2", ports));

        assertThat(own.list(-1)).contains(json("'IP':'0.0.0.0'"), json("'IP':'::'"));
        assertThat(other.list(-1))
                .contains(
                        json(
                                "'Ports':[{'IP':'10.0.0.2','PublicPort':80},{'IP':'127.0.0.1','PublicPort':81},{'PrivatePort':9}]"));
    }

    @Test
    void aDescriptionSaysOnWhichNodeItIs() throws UnexpectedJsonException {
        var description =
                "{'Id':'1','Config':{'Labels':{}},'NetworkSettings':{'Ports':{'80/tcp':[{'HostIp':'0.0.0.0','HostPort':'8080'}],'81/tcp':null}}}";

        assertThat(HerdContainers.inspected(of("b", "10.0.0.2", description)))
                .isEqualTo(
                        json(
                                "{'Id':'1','Config':{'Labels':{'herd.node':'b'}},'NetworkSettings':{'Ports':{'80/tcp':[{'HostIp':'10.0.0.2','HostPort':'8080'}],'81/tcp':null}},"
                                        + "'Node':{'ID':'b','Name':'b','IP':'10.0.0.2','Addr':'10.0.0.2'}}"));
    }

    @Test
    void anImageIsOneWhereverItIs() throws UnexpectedJsonException {
        var images = new HerdImages();
        images.add(
                of(
                        "a",
                        OWN,
                        "[{'Id':'1','RepoTags':['x:1'],'Containers':1,'Size':5,'Created':1}]"));
        images.add(
                of(
                        "b",
                        OWN,
                        "[{'Id':'1','RepoTags':['x:1','y:1'],'Containers':2,'Size':7,'Created':1}]"));

        assertThat(images.list())
                .isEqualTo(
                        json(
                                "[{'Id':'1','RepoTags':['x:1','y:1'],'Containers':3,'Size':7,'Created':1,'Labels':{'herd.nodes':'a,b'},'RepoDigests':[]}]"));
        assertThat(images.count()).isEqualTo(1);
    }

    @Test
    void networksAndVolumesSayOnWhichNodeTheyAre() throws UnexpectedJsonException {
        var networks = new HerdResources();
        networks.addNetworks(of("a", OWN, "[{'Id':'1','Name':'n'}]"));
        networks.addNetworks(of("b", OWN, "[{'Id':'1','Name':'n'},{'Id':'2','Name':'n'}]"));
        var volumes = new HerdResources();
        volumes.addVolumes(of("a", OWN, "{'Volumes':null,'Warnings':null}"));
        volumes.addVolumes(of("b", OWN, "{'Volumes':[{'Name':'v'}],'Warnings':null}"));
        volumes.warn("c: no answer");

        assertThat(networks.networkList())
                .isEqualTo(
                        json(
                                "[{'Id':'1','Name':'n','Labels':{'herd.node':'a'}},{'Id':'2','Name':'n','Labels':{'herd.node':'b'}}]"));
        assertThat(volumes.volumeList())
                .isEqualTo(
                        json(
                                "{'Volumes':[{'Name':'v','Labels':{'herd.node':'b'}}],'Warnings':['c: no answer']}"));
    }

    @Test
    void reportsAreSummed() throws UnexpectedJsonException {
        var sum =
                Summed.of(
                        List.of(
                                of("a", OWN, "{'ContainersDeleted':null,'SpaceReclaimed':5}"),
                                of("b", OWN, "{'ContainersDeleted':['1'],'SpaceReclaimed':7}"),
                                of(
                                        "c",
                                        OWN,
                                        "{'ContainersDeleted':['2','1'],'SpaceReclaimed':0}")));

        assertThat(sum).isEqualTo(json("{'ContainersDeleted':['1','2'],'SpaceReclaimed':12}"));
    }

    @Test
    void infoAccountsForEveryNode() throws UnexpectedJsonException {
        var info =
                HerdInfo.of(
                        "herd",
                        List.of(
                                of("a", OWN, "{'ID':'x','Containers':1,'NCPU':2,'Name':'host'}"),
                                of("b", OWN, "{'ID':'y','Containers':3,'NCPU':4}")),
                        Map.of("c", "no answer"),
                        5);

        assertThat(info)
                .contains(
                        json("'Images':5"),
                        json("'ID':'x'"),
                        json("'Containers':4"),
                        json("'NCPU':6"),
                        json("'Name':'herd'"),
                        json("['c','no answer']"),
                        json("'Warnings':['WARNING: c: no answer']"),
                        json("'Labels':['herd.nodes=3']"));
    }

    @Test
    void anEventSaysWhereItWas() {
        assertThat(HerdEvent.marked(json("{'Type':'container','Actor':{'ID':'1'}}"), node("b")))
                .isEqualTo(
                        json(
                                "{'Type':'container','Actor':{'ID':'1','Attributes':{'herd.node':'b'}}}"));
        assertThat(HerdEvent.marked("no json", node("b"))).isEqualTo("no json");
        var down = HerdEvent.node(node("b"), "down", Instant.ofEpochSecond(5, 7));
        assertThat(down).contains(json("'state.new':'down'"), json("'name':'b'"));
        assertThat(HerdEvent.time(down)).contains(5_000_000_007L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "5", "{}", "[1]", "[[]]"})
    void whatIsNoListIsRefusedAndNothingElseIsLost(String odd) {
        var containers = new HerdContainers();

        assertThatThrownBy(() -> containers.add(of("a", OWN, odd)))
                .isInstanceOf(UnexpectedJsonException.class);
        assertThat(containers.list(-1)).isEqualTo("[]");
    }

    @Test
    void nodesAreTakenOutOfFilters() {
        var scope =
                NodeLabel.scope(
                        Optional.of(
                                json(
                                        "{'label':['herd.node=b','x=y'],'node':['c'],'status':['running']}")));

        assertThat(scope.nodes()).containsExactlyInAnyOrder("b", "c");
        assertThat(scope.others()).contains(json("{'status':['running'],'label':['x=y']}"));
        assertThat(NodeLabel.scope(Optional.of(json("{'label':{'herd.node=b':true}}"))).others())
                .isEmpty();
        assertThat(NodeLabel.scope(Optional.of("{")).others()).contains("{");
    }

    @Test
    void aFormSaysWhatItsContainerNeeds() {
        var form =
                NewContainer.of(
                                json(
                                        """
                                        {'Image':'x','Labels':{'herd.node':'b','herd.constraints':'node.labels.k==v','com.docker.compose.project':'shop'},
                                         'HostConfig':{'NetworkMode':'net','PidMode':'container:one','VolumesFrom':['two:ro'],'Links':['three:alias'],
                                          'Binds':['data:/x','/host:/y'],'Mounts':[{'Type':'volume','Source':'more'},{'Type':'tmpfs'}],
                                          'PortBindings':{'80/tcp':[{'HostPort':'8080'}],'81/tcp':[{'HostPort':''}]}},
                                         'NetworkingConfig':{'EndpointsConfig':{'other':{}}},'Unknown':[1.50]}\
                                        """))
                        .orElseThrow();

        assertThat(form.node()).contains("b");
        assertThat(form.constraints()).isEqualTo("node.labels.k==v");
        assertThat(form.group()).contains("com.docker.compose.project=shop");
        assertThat(form.containers()).containsExactly("one", "two", "three");
        assertThat(form.networks()).containsExactly("net", "other");
        assertThat(form.volumes()).containsExactly("data", "more");
        assertThat(form.ports()).containsExactly(8080);
        assertThat(form.hostPaths()).isTrue();
        assertThat(form.text()).doesNotContain("herd.").contains(json("'Unknown':[1.50]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null"})
    void whatIsNoFormIsForADaemonToRefuse(String text) {
        assertThat(NewContainer.of(text)).isEmpty();
        assertThat(NewResource.of(text)).isEmpty();
    }

    private static NodeDocument of(String node, String address, String document) {
        return new NodeDocument(node(node), address, json(document));
    }

    private static NodeName node(String name) {
        return new NodeName(name);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
