// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leases: made once, renewed by whoever knows their version, and checked as little as a real server does. */
abstract class LeaseContract extends Rows {
    private static final String TIME = "2026-11-22T10:00:00.000001Z";

    LeaseContract(ApiServerContract contract) {
        super(contract);
    }

    private String leases() {
        return in("coordination.k8s.io/v1", "leases");
    }

    private static String lease(String metadata, String spec) {
        return "{apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: {name: 'a'" + metadata + "}, spec: {"
                + spec + "}}";
    }

    private static String held(String metadata, String holder, String renewTime) {
        return lease(
                metadata,
                "holderIdentity: '%s', leaseDurationSeconds: 30, renewTime: '%s'".formatted(holder, renewTime));
    }

    private Answer apply(String metadata, String spec) {
        return api().apply("lock", leases() + "/a", lease(metadata, spec));
    }

    private static String guard(Answer answer) {
        return ", uid: '" + answer.uid() + "', resourceVersion: '" + answer.resourceVersion() + "'";
    }

    @Test
    void aLeaseIsCreatedOnceAndRenewedByVersion() {
        Answer made = api().post(leases(), held("", "me", TIME)).is(201);
        assertThat(made.value("/spec/renewTime")).isEqualTo(TIME);
        api().post(leases(), held("", "me", TIME)).is(409);
        String version = ", resourceVersion: '" + made.resourceVersion() + "'";
        api().put(leases() + "/a", held(version, "me", "2026-11-22T10:00:10.000001Z"))
                .is(200);
        api().put(leases() + "/a", held(version, "me", "2026-11-22T10:00:20.000001Z"))
                .is(409);
    }

    @Test
    void aPutOfAMissingLeaseCreatesIt() {
        api().put(leases() + "/a", held("", "me", TIME)).is(201);
    }

    @Test
    void anApplyTakesALeaseOnlyIfNobodyDidBefore() {
        String mine = "holderIdentity: 'me', leaseDurationSeconds: 30, acquireTime: '%1$s', renewTime: '%1$s'"
                .formatted(TIME);
        apply(", resourceVersion: '1'", mine).is(201);
        apply(", resourceVersion: '1'", mine.replace("'me'", "'you'")).is(409);
        assertThat(api().get(leases() + "/a").is(200).value("/spec/holderIdentity"))
                .isEqualTo("me");
    }

    @Test
    void anApplyRenewsALeaseOnlyAsItWasLastSeen() {
        Answer made = apply(", resourceVersion: '1'", "holderIdentity: 'me', renewTime: '" + TIME + "'")
                .is(201);
        Answer renewed = apply(guard(made), "holderIdentity: 'me', renewTime: '2026-11-22T10:00:10.000001Z'")
                .is(200);
        assertThat(renewed.resourceVersion()).isNotEqualTo(made.resourceVersion());
        apply(guard(made), "holderIdentity: 'me', renewTime: '2026-11-22T10:00:20.000001Z'")
                .is(409);
        assertThat(api().get(leases() + "/a").is(200).value("/spec/renewTime"))
                .isEqualTo("2026-11-22T10:00:10.000001Z");
    }

    @Test
    void aHolderThatIsLeftOutIsGoneAndTheCountStays() {
        Answer made = apply(", resourceVersion: '1'", "holderIdentity: 'me', leaseTransitions: 3")
                .is(201);
        Answer released = apply(guard(made), "leaseTransitions: 3").is(200);
        assertThat(released.has("/spec/holderIdentity")).isFalse();
        assertThat(released.at("/spec/leaseTransitions").asInt()).isEqualTo(3);
    }

    @Test
    void aLeaseThatWasDeletedIsNotRenewed() {
        Answer made = apply(", resourceVersion: '1'", "holderIdentity: 'me'").is(201);
        api().delete(leases() + "/a").is(200);
        apply(guard(made), "holderIdentity: 'me', renewTime: '" + TIME + "'").is(409);
        api().get(leases() + "/a").is(404);
    }

    @Test
    void anEmptyHolderAndNoSpecAreNoMistake() {
        api().post(leases(), held("", "", TIME)).is(201);
        api().post(leases(), "{apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: {name: 'b'}}")
                .is(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            leaseDurationSeconds: 0     | spec.leaseDurationSeconds | Invalid value: 0: must be greater than 0
            leaseDurationSeconds: -1    | spec.leaseDurationSeconds | Invalid value: -1: must be greater than 0
            leaseTransitions: -1        | spec.leaseTransitions     | Invalid value: -1: must be greater than or equal to 0
            """)
    void whatALeaseCannotSayIsRefused(String spec, String field, String words) {
        Answer refused = api().post(leases(), lease("", spec)).is(422);
        assertThat(refused.value("/details/causes/0/field")).isEqualTo(field);
        assertThat(refused.message()).contains(words);
        assertThat(apply("", spec).is(422).message()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T10:00:00Z", "2026-11-22T10:00:00.001Z", "yesterday"})
    void aTimeWithoutItsMicrosecondsIsRefused(String time) {
        api().post(leases(), held("", "me", time)).is(400);
    }
}
