// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An object that gives place to another one takes all its fields along: what becomes of them, and of it. */
@Execution(ExecutionMode.CONCURRENT)
class ReplaceTest extends DemoStory {
    private static final String CONFIGS = "/api/v1/namespaces/redis-b/configmaps";
    private static final String NOTE = CONFIGS + "/note";
    private static final String LEASE = "/apis/coordination.k8s.io/v1/namespaces/redis-b/leases/shakebook-redis-b";
    private static final String PLAYBOOK = """
            playbook: redis-dr/replacing
            parameters:
              standby: { type: redis, default: redis-b }
            phases:
              - name: write
                cluster: ${standby.cluster}
                namespace: ${standby.namespace}
                steps:
                  - name: note
                    replace: true
                    take: [data]
                    configmap:
                      name: note
                      data: { a.txt: two }
            """;

    private String file;

    @BeforeEach
    void anObjectThatNobodyCanChange() throws Exception {
        site.serve().playbook("replacing", PLAYBOOK);
        api().post(
                        CONFIGS + "?fieldManager=kubectl-create",
                        "{metadata: {name: 'note', annotations: {team: 'a'}}, immutable: true,"
                                + " data: {'a.txt': 'one', 'b.txt': 'kept'}}")
                .is(201);
        file = site.file("my.plan").toString();
    }

    private ApiClient api() {
        return site.api("site-b");
    }

    private DemoSite.Result planned() {
        return site.shakebook("plan", "replacing", "--out", file).exits(0);
    }

    private DemoSite.Result applied(String... more) {
        String[] arguments = new String[more.length + 3];
        System.arraycopy(new String[] {"apply", file, "--yes"}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return site.command(arguments);
    }

    private void annotate(String json) {
        api().patch(ApiClient.MERGE_PATCH, NOTE + "?fieldManager=kubectl-annotate", "{metadata: " + json + "}")
                .is(200);
    }

    @Test
    void whatSomebodyAddedSinceStopsItBeforeTheDeleteThoughThePlanDoesNotSetIt() {
        planned();
        annotate("{annotations: {ticket: '7'}, labels: {mine: 'yes'}}");
        String version = api().get(NOTE).resourceVersion();
        applied().exits(4).says("metadata.annotations.ticket", "metadata.labels.mine", "kubectl-annotate");
        assertThat(api().get(NOTE).resourceVersion()).isEqualTo(version);
    }

    @Test
    void whatSomebodyChangedOrTookAwaySinceStopsIt() {
        planned();
        annotate("{annotations: {team: 'b'}}");
        applied().exits(4).says("metadata.annotations.team");
        annotate("{annotations: {team: null}}");
        applied().exits(4).says("metadata.annotations.team");
        annotate("{annotations: {team: 'a'}}");
        applied().exits(0);
        assertThat(api().get(NOTE).value("/data/a.txt")).isEqualTo("two");
    }

    @Test
    void aFenceOfOursDoesNotStopIt() {
        planned();
        api().apply(
                        "shakebook.lock",
                        LEASE + "?force=true",
                        "{apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', spec: {holderIdentity:"
                                + " 'bo@ops-2 r-20261122-2101-k7wd', leaseDurationSeconds: 30, leaseTransitions: 4,"
                                + " acquireTime: '2026-11-22T21:01:00.000000Z', renewTime: '2999-11-22T21:01:00.000000Z'}}");
        applied("--take-over", "r-20261122-2101-k7wd").exits(0).says("1 object touched");
        assertThat(api().get(NOTE).value("/data/a.txt")).isEqualTo("two");
    }

    @Test
    void itsWayBackPutsTheOldOneInThePlaceOfTheNewOneAndCanBeWalkedBack() {
        planned().says("way back replace it again by what it was", "Way back: complete");
        applied().exits(0);
        assertThat(api().get(NOTE).has("/immutable")).isFalse();

        site.command("undo", "last", "--yes").exits(0).says("1 object changed");
        Answer back = api().get(NOTE).is(200);
        assertThat(back.value("/data/a.txt")).isEqualTo("one");
        assertThat(back.value("/data/b.txt")).isEqualTo("kept");
        assertThat(back.value("/immutable")).isEqualTo("true");
        assertThat(back.value("/metadata/annotations/team")).isEqualTo("a");

        site.command("undo", "last", "--yes").exits(0).says("1 object changed");
        assertThat(api().get(NOTE).value("/data/a.txt")).isEqualTo("two");
    }

    @Test
    void itsWayBackLeavesWhatSomebodyChangedSince() {
        planned();
        String run = applied().exits(0).out().replaceAll("(?s).*Run (r-[\\w-]+):.*", "$1");
        annotate("{annotations: {ticket: '7'}}");
        site.command("undo", run, "--yes")
                .exits(0)
                .says("metadata.annotations.ticket was left as nothing", "--take write/note");
        assertThat(api().get(NOTE).value("/data/a.txt")).isEqualTo("two");

        site.command("undo", run, "--yes", "--take", "write/note").exits(0);
        assertThat(api().get(NOTE).value("/data/a.txt")).isEqualTo("one");
    }
}
