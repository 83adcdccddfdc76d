// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import io.shakebook.spi.value.Text.Literal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferTest {
    private static final String US = "shakebook.configmap";
    private static final String CANARY = "can\"ary\\pw";
    private static final SecretRef PASSWORD = new SecretRef("redis-a.password", "a", "redis-a", "auth", "password");
    private static final OutputRef NODE_PORT = new OutputRef("sync/expose/svc[0]", "node-port", "30000-32767");
    private static final ObjectRef CONFIG = new ObjectRef(Kind.CONFIG_MAP, "redis-b", "redis-sync-0");
    private static final ObjectRef SERVICE = new ObjectRef(Kind.SERVICE, "redis-a", "svc");
    private static final FieldPath FILE = FieldPath.parse("data[sync.keys]");

    private final Differ differ = new Differ(ref -> CANARY, KeyFormat.FORMATS);

    private static Manifest config(Object file) {
        return Manifest.of(CONFIG, Map.of("data", Map.of("sync.keys", file)));
    }

    private static Text file(Object password) {
        return Text.of(List.of(
                new Literal("# to the other site\nversion = 6.0\npassword = \""),
                password instanceof SecretRef ref ? new Text.Secret(ref, "keys") : new Literal((String) password),
                new Literal("\"\n")));
    }

    private static Manifest service(long target) {
        return Manifest.of(
                SERVICE,
                Map.of(
                        "spec",
                        Map.of(
                                "type", "NodePort",
                                "selector", Map.of("role", "leader"),
                                "ports", List.of(Map.of("port", 6379L, "targetPort", target)))));
    }

    private Comparison compare(Manifest wanted, Manifest live) throws Exception {
        return differ.compare(new Wanted.Present(wanted), Optional.of(live), US);
    }

    private Diff diff(Manifest wanted, Manifest live) throws Exception {
        return ((Comparison.Differs) compare(wanted, live)).diff();
    }

    private static FieldChange field(String path, Object before, Object after) {
        return new FieldChange(FieldPath.parse(path), new Side.Value(before), new Side.Value(after));
    }

    @Test
    void anObjectThatIsAsWantedAndOursNeedsNoRequest() throws Exception {
        assertThat(compare(service(6379), Server.applied(service(6379), US))).isEqualTo(new Comparison.Same());
    }

    @Test
    void anObjectSomebodyElseMadeIsAdopted() throws Exception {
        assertThat(compare(service(6379), Server.applied(service(6379), "kubectl")))
                .isInstanceOf(Comparison.Adopt.class);
    }

    @Test
    void onePortIsNamedByItsMergeKeysAlsoIfTheProtocolIsImplied() throws Exception {
        assertThat(diff(service(6380), Server.applied(withTcp(service(6379)), US))
                        .fields())
                .containsExactly(field("spec.ports[port=6379,protocol=TCP].targetPort", 6379L, 6380L));
    }

    private static Manifest withTcp(Manifest service) {
        return Server.with(
                service,
                FieldPath.parse("spec.ports"),
                List.of(Map.of("port", 6379L, "protocol", "TCP", "targetPort", 6379L)));
    }

    @Test
    void aSelectorIsOneValueSoAForeignKeyInItIsADifferenceShownByItsKey() throws Exception {
        Manifest live = Server.with(
                Server.applied(service(6379), US),
                FieldPath.parse("spec.selector"),
                Map.of("role", "leader", "x", "y"));
        assertThat(diff(service(6379), live).fields())
                .containsExactly(new FieldChange(FieldPath.parse("spec.selector.x"), new Side.Value("y"), Side.NONE));
    }

    @Test
    void aFieldThatOnlyWeOwnAndNoLongerSendGoesAway() throws Exception {
        Manifest before = Manifest.of(CONFIG, Map.of("data", Map.of("a", "1", "b", "2")));
        Manifest after = Manifest.of(CONFIG, Map.of("data", Map.of("a", "1")));
        assertThat(diff(after, Server.applied(before, US)).fields())
                .containsExactly(new FieldChange(FieldPath.parse("data.b"), new Side.Value("2"), Side.NONE));
        Manifest shared = Server.observed(
                before,
                Server.managed(before, US, "Apply", "t1"),
                Server.managed(before, "kubectl-edit", "Update", "t2"));
        assertThat(compare(after, shared)).isEqualTo(new Comparison.Adopt(List.of(FieldPath.parse("data.b"))));
    }

    @Test
    void fieldsOfAnotherManagerAreLeftAlone() throws Exception {
        Manifest theirs = Manifest.of(CONFIG, Map.of("data", Map.of("other", "x")));
        Manifest ours = Manifest.of(CONFIG, Map.of("data", Map.of("a", "1")));
        Manifest both = Manifest.of(CONFIG, Map.of("data", Map.of("a", "1", "other", "x")));
        Manifest live = Server.observed(
                both, Server.managed(ours, US, "Apply", "t1"), Server.managed(theirs, "kubectl", "Update", "t2"));
        assertThat(compare(ours, live)).isEqualTo(new Comparison.Same());
    }

    @Test
    void aFileIsComparedByItsKeysAndItsSecretIsMaskedOnTheObservedSide() throws Exception {
        Manifest live = Server.applied(config("version = 6\npassword = \"old canary\"\nextra = 1\n"), US);
        Diff diff = diff(config(file(PASSWORD)), live);
        assertThat(diff.fields()).isEmpty();
        assertThat(diff.files())
                .containsExactly(new FileChange(
                        FILE,
                        "keys",
                        List.of(
                                new KeyChange("version", new Side.Value(6L), new Side.Value(new BigDecimal("6.0"))),
                                new KeyChange(
                                        "password", new Side.Masked(false), new Side.Value(Text.secret(PASSWORD))),
                                new KeyChange("extra", new Side.Value(1L), Side.NONE)),
                        3));
    }

    @Test
    void aSecretThatIsInPlaceIsNoDifference() throws Exception {
        String opened = "# to the other site\nversion = 6.0\npassword = \"" + new KeyFormat().escape(CANARY) + "\"\n";
        assertThat(compare(config(file(PASSWORD)), Server.applied(config(opened), US)))
                .isEqualTo(new Comparison.Same());
    }

    @Test
    void onlyAnotherCommentIsAFileWithoutChangedKeys() throws Exception {
        Manifest live = Server.applied(config("# other\nversion = 6.0\npassword = \"x\"\n"), US);
        assertThat(diff(config(file("x")), live).files()).containsExactly(new FileChange(FILE, "keys", List.of(), 2));
    }

    @Test
    void anUnreadableLiveFileIsComparedByLinesAllOfThemMasked() throws Exception {
        Manifest live = Server.applied(config("version = 6.0\nnonsense\nold canary\n"), US);
        FileChange file = diff(config(file(PASSWORD)), live).files().get(0);
        assertThat(file.format()).isEqualTo("lines");
        assertThat(file.keys()).extracting(KeyChange::before).containsOnly(new Side.Masked(false));
    }

    @Test
    void aPasswordThatIsOnlyObservedIsMaskedByTheNameOfItsKey() throws Exception {
        Manifest live = Server.applied(config("version = 6.0\nredis.password = \"old canary\"\n"), US);
        assertThat(String.valueOf(diff(config("version = 6.0\n"), live))).doesNotContain("old canary");
        Comparison gone = differ.compare(new Wanted.Absent(CONFIG, List.of()), Optional.of(live), US);
        assertThat(gone).isInstanceOf(Comparison.Delete.class);
        assertThat(gone.toString()).doesNotContain("old canary").contains("version");
    }

    @Test
    void nothingObservedInASecretIsShown() throws Exception {
        ObjectRef secret = new ObjectRef(Kind.SECRET, "redis-b", "auth");
        Manifest live = Server.applied(
                Manifest.of(secret, Map.of("data", Map.of("sync.keys", "dmVyc2lvbiA9IDYK", "pin", "b2xk"))), US);
        Manifest wanted = Manifest.of(
                secret,
                Map.of(
                        "data",
                        Map.of(
                                "sync.keys",
                                Text.of("version = 7\n").inBase64(),
                                "pin",
                                Text.of("new").inBase64())));
        Diff diff = diff(wanted, live);
        assertThat(diff.files().get(0).keys())
                .containsExactly(new KeyChange("version", new Side.Masked(false), new Side.Value(7L)));
        assertThat(diff.fields())
                .containsExactly(
                        new FieldChange(FieldPath.parse("data.pin"), new Side.Masked(false), new Side.Value("new")));
        assertThat(differ.compare(new Wanted.Absent(secret, List.of()), Optional.of(live), US)
                        .toString())
                .doesNotContain("b2xk")
                .doesNotContain("old")
                .doesNotContain("dmVyc2lvbiA9IDYK");
    }

    @Test
    void aPendingPartDiffersAndTheServerCannotBeAskedYet() throws Exception {
        Text pending =
                Text.of("address = \"10.0.0.1:").plus(Text.pending(NODE_PORT)).plus(Text.of("\"\n"));
        Comparison compared = compare(config(pending), Server.applied(config("address = \"10.0.0.1:30001\"\n"), US));
        assertThat(compared)
                .isEqualTo(new Comparison.Differs(
                        new Diff(
                                List.of(),
                                List.of(new FileChange(
                                        FILE,
                                        "keys",
                                        List.of(new KeyChange(
                                                "address",
                                                new Side.Value("10.0.0.1:30001"),
                                                new Side.Value(
                                                        Text.of("10.0.0.1:").plus(Text.pending(NODE_PORT))))),
                                        1))),
                        false));
    }

    @Test
    void someFieldsOfAMissingObjectCannotBeWanted() throws Exception {
        assertThat(differ.compare(new Wanted.Fields(service(1), List.of()), Optional.empty(), US))
                .isEqualTo(new Comparison.NoObject());
        assertThat(differ.compare(new Wanted.Absent(SERVICE, List.of()), Optional.empty(), US))
                .isEqualTo(new Comparison.Gone());
    }

    @Test
    void whatTheServerMakesUpInADryRunIsNeverGivenAsAValue() throws Exception {
        Manifest previewed = Server.applied(
                Server.with(
                        Server.with(withTcp(service(6379)), FieldPath.parse("spec.clusterIP"), "10.96.0.0"),
                        FieldPath.parse("spec.ports[port=6379].nodePort"),
                        32769L),
                US);
        FieldPath port = FieldPath.parse("spec.ports[port=6379,protocol=TCP].nodePort");
        Diff diff = differ.between(
                Optional.empty(), previewed, new Wanted.Present(service(6379)), Map.of(port, "30000-32767"));
        assertThat(diff.toString())
                .doesNotContain("32769")
                .doesNotContain("10.96.0.0")
                .doesNotContain("0c31");
        assertThat(diff.fields())
                .contains(new FieldChange(port, Side.NONE, new Side.Decided("30000-32767")))
                .contains(new FieldChange(FieldPath.parse("spec.type"), Side.NONE, new Side.Value("NodePort")));
    }

    @Test
    void theServersOwnWayOfWritingAValueIsNoDifferenceOnceItWasAsked() throws Exception {
        Manifest wanted = Manifest.of(SERVICE, Map.of("spec", Map.of("cpu", "1000m")));
        Manifest live = Server.applied(Manifest.of(SERVICE, Map.of("spec", Map.of("cpu", "1"))), US);
        assertThat(compare(wanted, live)).isInstanceOf(Comparison.Differs.class);
        assertThat(differ.settled(new Wanted.Present(wanted), live, live, US, Map.of()))
                .isEqualTo(new Comparison.Same());
    }

    @Test
    void thePreviewOfASecretIsNeverShown() throws Exception {
        Manifest live = Server.applied(config("version = 6.0\npassword = \"x\"\n"), US);
        Manifest previewed = Server.applied(
                new Opener(ref -> CANARY, KeyFormat.FORMATS)
                        .open(config(file(PASSWORD)))
                        .reveal(),
                US);
        Diff diff = differ.between(Optional.of(live), previewed, new Wanted.Present(config(file(PASSWORD))), Map.of());
        assertThat(diff.files()).hasSize(1);
        assertThat(diff.toString()).doesNotContain("ary");
    }

    @Test
    void aServerStoresNothingForAFalseOrAnEmptyMapThatWeSaid() throws Exception {
        for (Object nothing : List.of(false, 0L, "", Map.of(), List.of())) {
            aServerStoresNothingFor(nothing);
        }
    }

    private void aServerStoresNothingFor(Object nothing) throws Exception {
        Manifest wanted = Manifest.of(SERVICE, Map.of("spec", Map.of("paused", nothing)));
        Map<String, Object> ours =
                Map.of("manager", US, "operation", "Apply", "fieldsV1", Map.of("f:spec", Map.of("f:paused", Map.of())));
        Manifest said =
                Manifest.of(SERVICE, Map.of("metadata", Map.of("managedFields", List.of(ours)), "spec", Map.of()));

        assertThat(compare(wanted, said)).isInstanceOf(Comparison.Same.class);
        assertThat(compare(wanted, Manifest.of(SERVICE, Map.of("spec", Map.of()))))
                .isInstanceOf(Comparison.Differs.class);
    }
}
