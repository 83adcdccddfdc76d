// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Ability;
import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.Watch;
import org.junit.jupiter.api.Test;

/** Watches: every change once, in order, from a version on. */
abstract class WatchContract extends Rows {
    WatchContract(ApiServerContract contract) {
        super(contract);
    }

    private Answer apply(String name, String labels, String data) {
        return api().apply(
                        US,
                        core("configmaps/" + name),
                        Samples.configMap("name: '" + name + "', labels: {row: 'r'" + labels + "}", data));
    }

    private String rows() {
        return core("configmaps?labelSelector=row%3Dr");
    }

    /** A watch of this row's ConfigMaps, from now on. */
    private Watch fromNow() {
        String version = api().get(rows()).is(200).resourceVersion();
        return api().watch(ApiClient.with(rows(), "resourceVersion", version));
    }

    @Test
    void aWatchFromAVersionShowsEveryLaterChangeInOrder() {
        apply("old", "", "k: '1'").is(201);
        try (Watch watch = fromNow()) {
            assertThat(watch.code()).isEqualTo(200);
            Answer made = apply("a", "", "k: '1'").is(201);
            Answer changed = apply("a", "", "k: '2'").is(200);
            api().delete(core("configmaps/a")).is(200);

            Watch.Event added = watch.next();
            assertThat(added.what()).isEqualTo("ADDED a");
            assertThat(added.object()).isEqualTo(made.body());
            Watch.Event modified = watch.next();
            assertThat(modified.what()).isEqualTo("MODIFIED a");
            assertThat(modified.object()).isEqualTo(changed.body());
            Watch.Event deleted = watch.next();
            assertThat(deleted.what()).isEqualTo("DELETED a");
            assertThat(deleted.object().at("/data/k").asString()).isEqualTo("2");
            assertThat(Long.parseLong(deleted.resourceVersion()))
                    .isGreaterThan(Long.parseLong(changed.resourceVersion()));
        }
    }

    @Test
    void whatHappenedBetweenTheListAndTheWatchIsNotLost() {
        String version = api().get(rows()).is(200).resourceVersion();
        apply("a", "", "k: '1'").is(201);
        api().delete(core("configmaps/a")).is(200);
        try (Watch watch = api().watch(ApiClient.with(rows(), "resourceVersion", version))) {
            assertThat(watch.next().what()).isEqualTo("ADDED a");
            assertThat(watch.next().what()).isEqualTo("DELETED a");
        }
    }

    @Test
    void aWatchFromVersionZeroBeginsWithWhatIsThere() {
        apply("a", "", "k: '1'").is(201);
        beginsWithWhatIsThere(ApiClient.with(rows(), "resourceVersion", "0"));
    }

    @Test
    void aWatchWithoutAVersionBeginsWithWhatIsThere() {
        needs(Ability.PROGRESS);
        apply("a", "", "k: '1'").is(201);
        beginsWithWhatIsThere(rows());
    }

    private void beginsWithWhatIsThere(String path) {
        try (Watch watch = api().watch(path)) {
            assertThat(watch.next().what()).isEqualTo("ADDED a");
            apply("b", "", "k: '1'").is(201);
            assertThat(watch.next().what()).isEqualTo("ADDED b");
        }
    }

    @Test
    void anObjectThatStopsMatchingTheSelectorIsDeletedForTheWatch() {
        apply("a", ", on: 'x'", "k: '1'").is(201);
        String path = core("configmaps?labelSelector=on%3Dx");
        String version = api().get(path).is(200).resourceVersion();
        try (Watch watch = api().watch(ApiClient.with(path, "resourceVersion", version))) {
            apply("a", "", "k: '1'").is(200);
            apply("a", ", on: 'x'", "k: '1'").is(200);
            assertThat(watch.next().what()).isEqualTo("DELETED a");
            assertThat(watch.next().what()).isEqualTo("ADDED a");
        }
    }

    @Test
    void aWatchOfOneNameShowsNoOther() {
        String path = core("configmaps?fieldSelector=metadata.name%3Db");
        String version = api().get(path).is(200).resourceVersion();
        try (Watch watch = api().watch(ApiClient.with(path, "resourceVersion", version))) {
            apply("a", "", "k: '1'").is(201);
            apply("b", "", "k: '1'").is(201);
            assertThat(watch.next().what()).isEqualTo("ADDED b");
        }
    }

    @Test
    void neitherADryRunNorAnEqualApplyIsSeen() {
        apply("a", "", "k: '1'").is(201);
        try (Watch watch = fromNow()) {
            apply("a", "", "k: '1'").is(200);
            apply("a?dryRun=All", "", "k: '2'");
            apply("last", "", "k: '1'").is(201);
            assertThat(watch.next().what()).isEqualTo("ADDED last");
        }
    }

    @Test
    void aWatchAcrossNamespacesSeesThisOne() {
        String all = ApiClient.with("/api/v1/configmaps", "labelSelector", "across=" + namespace());
        String version = api().get(all).is(200).resourceVersion();
        try (Watch watch = api().watch(ApiClient.with(all, "resourceVersion", version))) {
            apply("a", ", across: '" + namespace() + "'", "k: '1'").is(201);
            assertThat(watch.next().what()).isEqualTo("ADDED a");
        }
    }

    @Test
    void theServerEndsAWatchWhenItsTimeIsOver() {
        String version = api().get(rows()).is(200).resourceVersion();
        try (Watch watch = api().watch(ApiClient.with(rows(), "resourceVersion", version) + "&timeoutSeconds=1")) {
            watch.awaitEnd();
        }
    }

    @Test
    void anAncientVersionIsExpired() {
        needs(Ability.EXPIRY);
        try (Watch watch = api().watch(ApiClient.with(rows(), "resourceVersion", "1"))) {
            Watch.Event error = watch.next();
            assertThat(error.type()).isEqualTo("ERROR");
            assertThat(error.object().path("code").asInt()).isEqualTo(410);
            assertThat(error.object().path("reason").asString()).isEqualTo("Expired");
            assertThat(error.object().path("message").asString()).startsWith("too old resource version: 1 (");
            watch.awaitEnd();
        }
    }

    @Test
    void aWatchMayAskForBookmarks() {
        String version = api().get(rows()).is(200).resourceVersion();
        String path = ApiClient.with(rows(), "resourceVersion", version) + "&allowWatchBookmarks=true";
        try (Watch watch = api().watch(path)) {
            apply("a", "", "k: '1'").is(201);
            assertThat(watch.next().what()).isEqualTo("ADDED a");
        }
    }
}
