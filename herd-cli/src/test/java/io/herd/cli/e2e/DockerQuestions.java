package io.herd.cli.e2e;

import java.util.stream.Stream;

/** What may be asked of the Docker Engine API: a method, a target and perhaps a form. */
final class DockerQuestions {

    private static final String ALL =
            """
            GET /_ping
            HEAD /_ping
            GET /v1.41/_ping
            GET /version
            GET /v1.24/version
            GET /info
            GET /v1.40/info
            GET /system/df
            GET /events?since=0&until=1
            GET /events?since=x
            GET /events?since=0&until=1&filters={"nix":["1"]}
            GET /nix
            GET /
            HEAD /info
            POST /info
            PUT /containers/json
            GET /containers/json
            GET /containers/
            GET /v1.24/containers/json
            GET /v1.41/containers/json?all=1
            GET /v1.x/containers/json
            GET /containers/json?all=true&limit=1
            GET /containers/json?all=1&size=1
            GET /containers/json?limit=x
            GET /containers/json?all=1&filters={"status":["exited"]}
            GET /containers/json?all=1&filters={"label":["is=done"]}
            GET /containers/json?all=1&filters={"name":["web"],"status":["running"]}
            GET /containers/json?all=1&filters={"before":["web"]}
            GET /containers/json?all=1&filters={"since":["nix"]}
            GET /containers/json?all=1&filters={"volume":["nix"],"network":["bridge"],"ancestor":["busybox"]}
            GET /containers/json?filters={"nix":["1"]}
            GET /containers/json?filters={"status":["nix"]}
            GET /containers/json?filters={
            GET /containers/web/json
            GET /v1.41/containers/web/json?size=1
            GET /containers/{id}/json
            GET /containers/{short}/json
            GET /containers/nix/json
            HEAD /containers/web/json
            GET /containers/web/top
            GET /containers/web/top?ps_args=-o%20pid,comm
            GET /containers/web/top?ps_args=--nix
            GET /containers/done/top
            GET /containers/nix/top
            GET /containers/done/changes
            GET /containers/nix/changes
            GET /containers/web/logs?stdout=1&stderr=1
            GET /containers/web/logs?stdout=1&timestamps=1&tail=1
            GET /containers/web/logs
            GET /containers/web/logs?stdout=1&tail=x&since=y
            GET /containers/nix/logs?stdout=1
            GET /containers/done/stats?stream=0
            GET /containers/nix/stats?stream=0
            HEAD /containers/web/archive?path=/bin/busybox
            GET /containers/web/archive?path=/etc
            GET /containers/web/archive?path=/nix
            HEAD /containers/web/archive?path=/nix
            GET /containers/web/archive
            GET /containers/nix/archive?path=/
            GET /containers/nix/export
            GET /containers/web/nix
            GET /exec/{exec}/json
            GET /exec/nix/json
            GET /images/json
            GET /images/json?all=1&digests=1
            GET /images/json?filters={"reference":["busybox"]}
            GET /images/json?filters={"dangling":["true"]}
            GET /images/json?filters={"dangling":["x"]}
            GET /images/json?filters={"nix":["1"]}
            GET /images/busybox/json
            GET /images/{image}/json
            GET /images/nix/json
            GET /images/a/b:c/json
            GET /images/NIX/json
            GET /images/busybox/history
            GET /images/nix/history
            GET /images/nix/get
            GET /images/get?names=nix
            GET /networks?filters={"name":["net"]}
            GET /networks/?filters={"name":["net"]}
            GET /networks?filters={"type":["custom"]}
            GET /networks?filters={"nix":["1"]}
            GET /networks/net
            GET /networks/{network}
            GET /networks/net?verbose=1&scope=local
            GET /networks/net?verbose=x
            GET /networks/bridge
            GET /networks/nix
            GET /volumes
            GET /volumes?filters={"name":["data"]}
            GET /volumes?filters={"dangling":["x"]}
            GET /volumes?filters={"nix":["1"]}
            GET /volumes/data
            GET /volumes/nix
            GET /plugins
            GET /plugins/nix/json
            GET /swarm
            GET /nodes
            GET /services/nix
            GET /secrets
            GET /configs
            GET /tasks
            """;

    private static final String ACTS =
            """
            POST /containers/create?name=made {"Image":"busybox","Cmd":["sleep","100"],"Labels":{"is":"made"}}
            POST /containers/create?name=made {"Image":"busybox"}
            POST /containers/create?name=not%20good {"Image":"busybox"}
            POST /containers/create {"Image":"nix"}
            POST /containers/create {"Image":"NIX"}
            POST /containers/create {"Image":"../odd"}
            POST /containers/create {
            POST /containers/create
            POST /containers/create {"Image":"busybox","HostConfig":{"VolumesFrom":["nix"]}}
            POST /containers/create?name=other {"Image":"busybox","HostConfig":{"NetworkMode":"container:nix"}}
            DELETE /containers/other
            GET /containers/web/checkpoints
            DELETE /containers/web/checkpoints/nix
            DELETE /containers/nix/checkpoints/nix
            POST /containers/create {"Image":"busybox","HostConfig":{"Binds":["not/good:/x"]}}
            POST /containers/made/kill
            POST /containers/made/pause
            POST /containers/made/stop
            POST /containers/made/resize?w=x&h=1
            POST /containers/made/exec {"Cmd":["true"]}
            POST /containers/made/start
            POST /containers/made/start
            POST /containers/nix/start
            POST /containers/made/exec {"Cmd":[]}
            POST /containers/made/exec {"Cmd":["true"]}
            POST /containers/nix/exec {"Cmd":["true"]}
            POST /exec/nix/start {"Detach":true}
            POST /exec/nix/resize?w=1&h=1
            POST /containers/made/update {"Memory":1}
            POST /containers/made/unpause
            POST /containers/made/rename?name=web
            POST /containers/made/rename?name=
            POST /containers/made/rename?name=made
            POST /containers/made/rename?name=named
            POST /containers/named/rename?name=made
            DELETE /containers/made
            DELETE /containers/nix
            POST /containers/made/kill?signal=NIX
            POST /networks/create {"Name":"mine","CheckDuplicate":true}
            POST /networks/create {"Name":"mine","CheckDuplicate":true}
            POST /networks/create {"Name":""}
            POST /networks/create {"Name":"bridge","CheckDuplicate":true}
            POST /networks/mine/connect {"Container":"made"}
            POST /networks/mine/connect {"Container":"made"}
            POST /networks/nix/connect {"Container":"made"}
            POST /networks/mine/connect {"Container":"nix"}
            DELETE /networks/mine
            POST /networks/mine/disconnect {"Container":"made"}
            POST /networks/mine/disconnect {"Container":"made"}
            DELETE /networks/mine
            DELETE /networks/mine
            DELETE /networks/bridge
            POST /volumes/create {"Name":"kept","Labels":{"is":"kept"}}
            POST /volumes/create {"Name":"kept"}
            POST /volumes/create {"Name":"not good"}
            DELETE /volumes/kept
            DELETE /volumes/kept
            DELETE /volumes/kept?force=1
            POST /images/busybox/tag?repo=mine&tag=1
            POST /images/busybox/tag?repo=MINE
            POST /images/nix/tag?repo=mine
            DELETE /images/mine:1
            DELETE /images/mine:1
            DELETE /images/busybox
            POST /commit?container=nix
            POST /containers/made/stop?t=0
            POST /containers/made/stop?t=0
            POST /containers/made/wait
            POST /containers/made/wait?condition=nix
            DELETE /containers/made
            POST /containers/prune?filters={"label":["is=nix"]}
            POST /containers/prune?filters={"nix":["1"]}
            POST /images/prune?filters={"label":["is=nix"]}
            POST /networks/prune?filters={"label":["is=nix"]}
            POST /volumes/prune?filters={"label":["is=nix"]}
            POST /build/prune?filters={"nix":["1"]}
            POST /swarm/leave
            """;

    private DockerQuestions() {}

    /** Those that change nothing. */
    static Stream<String> all() {
        return ALL.lines();
    }

    /** Those that change something, in an order in which nothing is left behind. */
    static Stream<String> acts() {
        return ACTS.lines();
    }
}
