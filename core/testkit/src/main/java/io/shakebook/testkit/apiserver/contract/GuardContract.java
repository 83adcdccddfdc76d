// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import org.junit.jupiter.api.Test;

/** What uid and resourceVersion in a body protect from. */
abstract class GuardContract extends Rows {
    private static final String OTHER_UID = "00000000-0000-4000-8000-000000000000";

    GuardContract(ApiServerContract contract) {
        super(contract);
    }

    private Answer apply(String metadata, String data) {
        return api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a', " + metadata, data));
    }

    private Answer made() {
        return apply("labels: {}", "k: '1'").is(201);
    }

    private static void isGuardConflict(Answer refused) {
        refused.is(409);
        assertThat(refused.reason()).isEqualTo("Conflict");
        assertThat(refused.causes()).isEmpty();
    }

    @Test
    void aStaleVersionIsAConflictWithoutCauses() {
        String stale = made().resourceVersion();
        apply("labels: {}", "k: '2'").is(200);
        Answer refused = apply("resourceVersion: '" + stale + "'", "k: '3'");
        isGuardConflict(refused);
        assertThat(refused.message())
                .isEqualTo("Operation cannot be fulfilled on configmaps \"a\": the object has been modified;"
                        + " please apply your changes to the latest version and try again");
        assertThat(api().get(core("configmaps/a")).value("/data/k")).isEqualTo("2");
    }

    @Test
    void theCurrentVersionPasses() {
        String current = made().resourceVersion();
        assertThat(apply("resourceVersion: '" + current + "'", "k: '2'").is(200).value("/data/k"))
                .isEqualTo("2");
    }

    @Test
    void anyVersionOnAMissingObjectCreatesIt() {
        assertThat(apply("resourceVersion: '424242'", "k: '1'").is(201).value("/data/k"))
                .isEqualTo("1");
    }

    @Test
    void anotherUidIsRefusedAsImmutable() {
        made();
        Answer refused = apply("uid: '" + OTHER_UID + "'", "k: '2'").is(422);
        assertThat(refused.reason()).isEqualTo("Invalid");
        assertThat(refused.causes()).extracting(Answer.Cause::field).contains("metadata.uid");
        assertThat(refused.message()).contains("metadata.uid: Invalid value").contains("field is immutable");
    }

    @Test
    void anyUidOnAMissingObjectIsAConflictAndCreatesNothing() {
        Answer refused = apply("uid: '" + OTHER_UID + "'", "k: '1'");
        isGuardConflict(refused);
        assertThat(refused.message()).contains("uid mismatch").contains("no existing object was found");
        api().get(core("configmaps/a")).is(404);
    }

    @Test
    void uidAndVersionOnAMissingObjectAreAConflictAndCreateNothing() {
        Answer refused = apply("uid: '" + OTHER_UID + "', resourceVersion: '7'", "k: '1'");
        isGuardConflict(refused);
        assertThat(refused.message()).contains("uid mismatch").contains("no existing object was found");
        api().get(core("configmaps/a")).is(404);
    }

    @Test
    void uidAndVersionTogetherGuardAnUpdate() {
        Answer live = made();
        String guard = "uid: '" + live.uid() + "', resourceVersion: '" + live.resourceVersion() + "'";
        apply(guard, "k: '2'").is(200);
        isGuardConflict(apply(guard, "k: '3'"));
    }

    @Test
    void uidAndVersionOfADeletedAndReCreatedObjectAreRefused() {
        Answer old = made();
        api().delete(core("configmaps/a")).is(200);
        Answer live = made();
        assertThat(live.uid()).isNotEqualTo(old.uid());
        Answer refused = apply("uid: '" + old.uid() + "', resourceVersion: '" + old.resourceVersion() + "'", "k: '2'");
        isGuardConflict(refused);
        assertThat(api().get(core("configmaps/a")).body()).isEqualTo(live.body());
    }

    @Test
    void anEmptyUidOrVersionZeroGuardsNothing() {
        made();
        assertThat(apply("uid: ''", "k: '2'").is(200).value("/data/k")).isEqualTo("2");
        assertThat(apply("resourceVersion: '0'", "k: '3'").is(200).value("/data/k"))
                .isEqualTo("3");
    }

    @Test
    void versionOneCreatesOnlyWhatIsMissing() {
        apply("resourceVersion: '1'", "k: '1'").is(201);
        isGuardConflict(apply("resourceVersion: '1'", "k: '2'"));
    }

    @Test
    void versionOneIsRefusedEvenForAnEqualBodyAndByForce() {
        apply("resourceVersion: '1'", "k: '1'").is(201);
        isGuardConflict(apply("resourceVersion: '1'", "k: '1'"));
        isGuardConflict(api().applyByForce(
                        US, core("configmaps/a"), Samples.configMap("name: 'a', resourceVersion: '1'", "k: '1'")));
    }

    @Test
    void aFailedGuardAndAFieldConflictAreToldApartByTheCauses() {
        Answer live = api().post(core("configmaps?fieldManager=hand"), Samples.configMap("name: 'a'", "k: '1'"))
                .is(201);
        Answer both = apply("resourceVersion: '" + live.resourceVersion() + "'", "k: '2'")
                .is(409);
        assertThat(both.causes()).extracting(Answer.Cause::reason).containsExactly("FieldManagerConflict");
        isGuardConflict(apply("resourceVersion: '1'", "other: '2'"));
    }

    @Test
    void aGuardHoldsInADryRunToo() {
        made();
        isGuardConflict(api().apply(
                        US,
                        core("configmaps/a?dryRun=All"),
                        Samples.configMap("name: 'a', resourceVersion: '1'", "k: '2'")));
    }

    @Test
    void aPutWithAStaleVersionIsAConflict() {
        Answer first = made();
        api().put(core("configmaps/a"), first.text().replace("\"k\":\"1\"", "\"k\":\"2\""))
                .is(200);
        isGuardConflict(api().put(core("configmaps/a"), first.text()));
    }

    @Test
    void aPutWithoutAVersionOverwrites() {
        made();
        Answer put = api().put(core("configmaps/a"), Samples.configMap("name: 'a'", "other: '2'"))
                .is(200);
        put.shows("/data", "{other: '2'}");
    }

    @Test
    void aPutOfAMissingObjectIsNotFound() {
        api().put(core("configmaps/a"), Samples.configMap("name: 'a'", "")).is(404);
    }

    @Test
    void aPutThatChangesNothingWritesNothing() {
        Answer first = made();
        assertThat(api().put(core("configmaps/a"), first.text()).is(200).resourceVersion())
                .isEqualTo(first.resourceVersion());
    }
}
