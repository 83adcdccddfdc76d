// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.engine.access.Need;
import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Clusters.Interest;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.engine.change.Stale;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the ports must do on any API server. A subclass starts one. Objects of one test have names of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterPortsContract {
    static final String CLUSTER = "site-a";
    private static final String NAMESPACE = "ports";
    private static final Duration SOON = Duration.ofSeconds(20);

    private KubernetesClusters clusters;
    private ClusterView view;
    private ChangeWriter writer;
    private ServerPreview preview;
    private Secrets secrets;

    /** Called once; may skip all tests by an assumption. The cluster is named {@link #CLUSTER}. */
    abstract KubernetesClusters start() throws Exception;

    abstract void stop() throws Exception;

    /** Who we are to the server. */
    abstract String user();

    @BeforeAll
    void open() throws Exception {
        clusters = start();
        view = clusters.view(CLUSTER);
        writer = clusters.writer(new StandardFileFormats());
        preview = clusters.preview(new StandardFileFormats());
        secrets = clusters.secrets();
        write(new Manifest(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", NAMESPACE))));
    }

    @AfterAll
    void close() throws Exception {
        if (clusters != null) {
            clusters.close();
        }
        stop();
    }

    @Test
    void aClusterIsKnownByItsKubeSystemNamespace() throws Exception {
        assertThat(clusters.identity(CLUSTER))
                .isEqualTo(view.get(new ObjectRef(Kind.NAMESPACE, "", "kube-system"))
                        .orElseThrow()
                        .uid())
                .isNotEmpty();
    }

    @Test
    void aClusterSaysWhatItIsAndWhoWeAreAndNothingIsWritten() throws Exception {
        Sight sight = clusters.sight(CLUSTER);
        assertThat(sight.version()).startsWith("v1.");
        assertThat(sight.identity()).isEqualTo(clusters.identity(CLUSTER));
        assertThat(sight.who()).isEqualTo(user());
        assertThat(sight.latency()).isPositive();
    }

    @Test
    void whatWeMayDoIsAskedAndNotTried() throws Exception {
        Need need = new Need(CLUSTER, NAMESPACE, "apps", "deployments", "patch", "d");
        assertThat(clusters.access().may(need).allowed()).isTrue();
        assertThat(clusters.access().self(CLUSTER)).isNotEmpty();
        assertThat(clusters.access().resource(CLUSTER, Kind.CONFIG_MAP)).isEqualTo("configmaps");
    }

    @Test
    void aCollectionIsReadAtOnceUnlessItIsTooLarge() throws Exception {
        write(config("small-1", Map.of()));
        write(config("small-2", Map.of()));
        assertThat(clusters.atMost(1, CLUSTER, Kind.CONFIG_MAP, NAMESPACE)).isEmpty();
        List<Manifest> all =
                clusters.atMost(500, CLUSTER, Kind.CONFIG_MAP, NAMESPACE).orElseThrow();
        assertThat(all).extracting(object -> object.ref()).contains(ref("small-1"), ref("small-2"));
        assertThat(view.get(ref("small-1")))
                .as("an item of a list is the object itself")
                .isIn(all.stream().map(Optional::of).toList());
        assertThat(clusters.atMost(500, CLUSTER, Kind.CONFIG_MAP, "no-such-namespace"))
                .contains(List.of());
        assertThatThrownBy(() -> clusters.atMost(500, CLUSTER, Kind.SECRET, NAMESPACE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoWaitsOnlySoLongReadsTheSameAndNothingWhenTheTimeIsOver() throws Exception {
        Manifest written = write(config("in-time", Map.of()));
        assertThat(clusters.view(CLUSTER, Duration.ofSeconds(30)).get(ref("in-time")))
                .contains(written);
        assertThat(clusters.within(Duration.ofSeconds(30)).atMost(500, CLUSTER, Kind.CONFIG_MAP, NAMESPACE))
                .hasValueSatisfying(all ->
                        assertThat(all).extracting(object -> object.ref()).contains(ref("in-time")));
        assertThatThrownBy(() -> clusters.view(CLUSTER, Duration.ZERO).get(ref("in-time")))
                .isInstanceOf(Unanswered.class);
        assertThatThrownBy(() -> clusters.within(Duration.ZERO).atMost(500, CLUSTER, Kind.CONFIG_MAP, NAMESPACE))
                .isInstanceOf(Unanswered.class);
    }

    @Test
    void whatIsMissingIsCreatedAndWhatIsThereIsNot() throws Exception {
        Manifest created = write(config("create", Map.of("a", "1")));
        assertThat(created.uid()).isNotEmpty();
        assertThat(view.get(ref("create"))).contains(created);
        assertThatThrownBy(() -> write(config("create", Map.of("a", "1"))))
                .isInstanceOf(Stale.class)
                .hasMessage("ConfigMap ports/create is there already");
    }

    @Test
    void anUpdateHoldsOnlyForTheVersionThatWasRead() throws Exception {
        Manifest first = write(config("update", Map.of("a", "1")));
        Manifest second = write(config("update", Map.of("a", "2")), unchanged(first));
        assertThat(second.text("data", "a")).isEqualTo("2");
        assertThatThrownBy(() -> write(config("update", Map.of("a", "3")), unchanged(first)))
                .isInstanceOf(Stale.class)
                .hasMessageContaining("not as it was read");
        assertThat(view.get(ref("update"))).contains(second);
    }

    @Test
    void whatWasDeletedSinceIsNotBroughtBack() throws Exception {
        Manifest gone = write(config("gone", Map.of("a", "1")));
        delete("gone", unchanged(gone));
        assertThatThrownBy(() -> write(config("gone", Map.of("a", "2")), unchanged(gone)))
                .isInstanceOf(Stale.class);
        assertThat(view.get(ref("gone"))).isEmpty();
    }

    @Test
    void whatWasDeletedAndMadeAgainIsAnotherObject() throws Exception {
        Manifest first = write(config("again", Map.of("a", "1")));
        delete("again", unchanged(first));
        Manifest second = write(config("again", Map.of("a", "1")));
        assertThatThrownBy(() -> write(
                        config("again", Map.of("a", "2")), new Guard.Unchanged(first.uid(), second.resourceVersion())))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> delete("again", unchanged(first))).isInstanceOf(Stale.class);
        assertThat(view.get(ref("again"))).contains(second);
    }

    @Test
    void aFieldOfAnotherManagerIsAConflictUntilItIsTaken() throws Exception {
        Manifest theirs =
                write(config("owned", Map.of("sync.toml", "a = 1", "b", "1")), new Guard.Missing(), "somebody");
        ReadyChange ours =
                change(config("owned", Map.of("sync.toml", "a = 2")), unchanged(theirs), "shakebook.test", false);
        for (Attempt attempt : List.<Attempt>of(() -> writer.write(ours, SOON), () -> preview.preview(ours, SOON))) {
            Conflict conflict = catchThrowableOfType(Conflict.class, attempt::run);
            assertThat(conflict.owners())
                    .containsExactly(new Conflict.Owner(FieldPath.of("data", "sync.toml"), "somebody"));
        }
        assertThat(view.get(ref("owned"))).contains(theirs);
        ReadyChange forced =
                change(config("owned", Map.of("sync.toml", "a = 2")), unchanged(theirs), "shakebook.test", true);
        assertThat(writer.write(forced, SOON).live().orElseThrow().map("data"))
                .containsOnly(Map.entry("sync.toml", "a = 2"), Map.entry("b", "1"));
    }

    @Test
    void aConflictOnAListElementNamesItByItsKeys() throws Exception {
        Manifest theirs = write(service("element", 6379, 31001), new Guard.Missing(), "somebody");
        Conflict conflict = catchThrowableOfType(
                Conflict.class, () -> write(service("element", 6379, 31002), unchanged(theirs), "shakebook.test"));
        assertThat(conflict.owners())
                .extracting(owner -> owner.field().toString())
                .containsExactly("spec.ports[port=6379,protocol=TCP].nodePort");
    }

    @Test
    void aDeleteHoldsOnlyForTheVersionThatWasRead() throws Exception {
        Manifest first = write(config("delete", Map.of("a", "1")));
        Manifest second = write(config("delete", Map.of("a", "2")), unchanged(first));
        assertThatThrownBy(() -> delete("delete", unchanged(first))).isInstanceOf(Stale.class);
        delete("delete", unchanged(second));
        assertThat(view.get(ref("delete"))).isEmpty();
        assertThatThrownBy(() -> delete("delete", unchanged(second))).isInstanceOf(Stale.class);
    }

    @Test
    void aPreviewPersistsNothing() throws Exception {
        ReadyChange create = change(config("preview", Map.of("a", "1")), new Guard.Missing(), "shakebook.test", false);
        assertThat(preview.preview(create, SOON).orElseThrow().text("data", "a"))
                .isEqualTo("1");
        assertThat(view.get(ref("preview"))).isEmpty();

        Manifest live = writer.write(create, SOON).live().orElseThrow();
        ReadyChange update = change(config("preview", Map.of("a", "2")), unchanged(live), "shakebook.test", false);
        assertThat(preview.preview(update, SOON).orElseThrow().text("data", "a"))
                .isEqualTo("2");
        assertThat(preview.preview(deletion("preview", unchanged(live)), SOON)).isEmpty();
        assertThat(view.get(ref("preview"))).contains(live);
        assertThatThrownBy(() -> preview.preview(create, SOON)).isInstanceOf(Stale.class);
    }

    @Test
    void aRefusalNamesTheField() {
        Refused refused = catchThrowableOfType(Refused.class, () -> write(service("refused", 99999, 31003)));
        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.field())
                .map(FieldPath::toString)
                .hasValueSatisfying(field -> assertThat(field).startsWith("spec.ports[0]."));
        assertThat(refused).hasMessageContaining("99999");
    }

    @Test
    void whatCannotChangeOnceItIsThereIsSaidSo() throws Exception {
        Manifest door = write(service("settled", 6379, 31005));
        Manifest moved = Manifest.of(
                door.ref(),
                Map.of("spec", Map.of("clusterIP", otherAddress(door), "ports", List.of(Map.of("port", 6379L)))));
        Manifest closed = write(closed("1"));
        for (Attempt attempt : List.<Attempt>of(
                () -> write(moved, unchanged(door)),
                () -> preview.preview(change(moved, unchanged(door), "shakebook.test", false), SOON),
                () -> write(closed("2"), unchanged(closed)),
                () -> preview.preview(change(closed("2"), unchanged(closed), "shakebook.test", false), SOON))) {
            Refused refused = catchThrowableOfType(Refused.class, attempt::run);
            assertThat(refused.immutable()).as(refused.getMessage()).isTrue();
        }
        assertThatThrownBy(() -> write(service("refused-for-good", 99999, 31006)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.immutable()).isFalse());
    }

    @Test
    void aWholeDeleteHoldsOnlyForTheVersionThatWasReadToo() throws Exception {
        Manifest first = write(config("wholly", Map.of("a", "1")));
        Manifest second = write(config("wholly", Map.of("a", "2")), unchanged(first));
        assertThatThrownBy(() -> writer.write(wholly(first), SOON)).isInstanceOf(Stale.class);
        assertThat(view.get(first.ref())).contains(second);
        assertThat(preview.preview(wholly(second), SOON)).isEmpty();
        assertThat(view.get(first.ref())).contains(second);
        writer.write(wholly(second), SOON);
        assertThat(view.get(first.ref()).filter(object -> !object.terminating()))
                .as("gone, or waiting for what belongs to it")
                .isEmpty();
    }

    @Test
    void anUnknownFieldIsARefusalAndNoFaultOfTheServer() {
        Manifest typo = Manifest.of(ref("typo"), Map.of("dta", Map.of("a", "1")));
        assertThatThrownBy(() -> write(typo)).isInstanceOf(Refused.class).hasMessageContaining("dta");
    }

    @Test
    void aMissingNamespaceIsARefusalForWritesAndEmptyForReads() throws Exception {
        ObjectRef ref = new ObjectRef(Kind.CONFIG_MAP, "nowhere", "a");
        assertThatThrownBy(() -> write(Manifest.of(ref, Map.of())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nowhere");
        assertThat(view.get(ref)).isEmpty();
        assertThat(view.list(Kind.CONFIG_MAP, "nowhere", Map.of())).isEmpty();
    }

    @Test
    void secretsAreOpenedByTheWriterAndReadByName() throws Exception {
        SecretRef password = new SecretRef("redis-a.password", CLUSTER, NAMESPACE, "source", "password");
        write(secret("source", "password", Text.of("pä\"ss").inBase64()));
        assertThat(secrets.open(password)).isEqualTo("pä\"ss");

        Text file = Text.of("password = \"")
                .plus(Text.of(List.of(new Text.Secret(password, "toml"))))
                .plus(Text.of("\"\n"));
        write(secret("copy", "sync.toml", file.inBase64()));
        assertThat(secrets.open(new SecretRef("copy", CLUSTER, NAMESPACE, "copy", "sync.toml")))
                .isEqualTo("password = \"pä\\\"ss\"\n");

        assertThatThrownBy(() -> secrets.open(new SecretRef("x", CLUSTER, NAMESPACE, "source", "none")))
                .isInstanceOf(Secrets.Missing.class);
        assertThatThrownBy(() -> view.list(Kind.SECRET, NAMESPACE, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalNeverQuotesASecret() throws Exception {
        SecretRef port = new SecretRef("port", CLUSTER, NAMESPACE, "hidden", "port");
        write(secret("hidden", "port", Text.of("Not A Label!").inBase64()));
        Manifest labelled =
                Manifest.of(ref("quoted"), Map.of("metadata", Map.of("labels", Map.of("a", Text.secret(port)))));
        for (Attempt attempt : List.<Attempt>of(
                () -> write(labelled),
                () -> preview.preview(change(labelled, new Guard.Missing(), "shakebook.test", false), SOON))) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("metadata.labels")
                    .message()
                    .doesNotContain("Not A Label");
        }
    }

    @Test
    void aListIsSortedWholeAndPickedByLabels() throws Exception {
        for (String name : List.of("list-b", "list-a", "list-c")) {
            write(Manifest.of(
                    ref(name),
                    Map.of("metadata", Map.of("labels", Map.of("list", name.equals("list-c") ? "other" : "mine")))));
        }
        assertThat(view.list(Kind.CONFIG_MAP, NAMESPACE, Map.of("list", "mine")))
                .extracting(Manifest::ref)
                .containsExactly(ref("list-a"), ref("list-b"));
    }

    @Test
    void numbersComeAsTheyWentIn() throws Exception {
        Manifest live = write(service("numbers", 6379, 31004));
        assertThat(live.at(FieldPath.parse("spec.ports[0].port"))).contains(6379L);
    }

    @Test
    void aKindThatTheClusterDoesNotHaveIsSaidSo() {
        for (Kind kind : List.of(new Kind("apps/v1", "Nonsense"), new Kind("no.such/v1", "Thing"))) {
            assertThatThrownBy(() -> view.list(kind, NAMESPACE, Map.of()))
                    .isInstanceOf(Unanswered.class)
                    .hasMessage("the cluster has no kind " + kind.name() + " of " + kind.apiVersion());
        }
    }

    @Test
    void aDryRunIsRefusedInTheWordsInWhichTheWriteWouldBe() {
        Manifest wrong = service("refused-twice", 99999, 31005);
        Refused written = catchThrowableOfType(Refused.class, () -> write(wrong));
        Refused asked = catchThrowableOfType(
                Refused.class,
                () -> preview.preview(change(wrong, new Guard.Missing(), "shakebook.test", false), SOON));
        assertThat(asked).hasMessage(written.getMessage());
        assertThat(asked.code()).isEqualTo(written.code());
        assertThat(asked.field()).isEqualTo(written.field());
    }

    @Test
    void whatIsEqualAlreadyKeepsItsVersion() throws Exception {
        Manifest first = write(config("equal", Map.of("a", "1")));
        assertThat(write(config("equal", Map.of("a", "1")), unchanged(first))).isEqualTo(first);
    }

    @Test
    void allManagersThatOwnAFieldAreNamed() throws Exception {
        Manifest first = write(config("shared", Map.of("a", "1")), new Guard.Missing(), "one");
        Manifest second = write(config("shared", Map.of("a", "1")), unchanged(first), "two");
        Conflict conflict = catchThrowableOfType(
                Conflict.class, () -> write(config("shared", Map.of("a", "2")), unchanged(second), "shakebook.test"));
        assertThat(conflict.owners())
                .containsExactlyInAnyOrder(
                        new Conflict.Owner(FieldPath.of("data", "a"), "one"),
                        new Conflict.Owner(FieldPath.of("data", "a"), "two"));
    }

    @Test
    void whatIsHeldByAFinalizerIsStillThereAndTerminating() throws Exception {
        Manifest held =
                write(Manifest.of(ref("held"), Map.of("metadata", Map.of("finalizers", List.of("example.com/keep")))));
        delete("held", unchanged(held));
        Manifest going = view.get(ref("held")).orElseThrow();
        assertThat(going.terminating()).isTrue();
        assertThat(view.list(Kind.CONFIG_MAP, NAMESPACE, Map.of())).contains(going);
        write(Manifest.of(ref("held"), Map.of()), unchanged(going));
        assertThat(view.get(ref("held"))).isEmpty();
    }

    @Test
    void anImmutableFieldIsRefusedAndSaidSo() throws Exception {
        Manifest first = write(secret("typed", "a", Text.of("1").inBase64()));
        Manifest other = Manifest.of(first.ref(), Map.of("type", "example.com/other", "data", Map.of("a", "MQ==")));
        for (Attempt attempt : List.<Attempt>of(
                () -> write(other, unchanged(first)),
                () -> preview.preview(change(other, unchanged(first), "shakebook.test", false), SOON))) {
            assertThat(catchThrowableOfType(Refused.class, attempt::run).code()).isEqualTo(422);
        }
    }

    @Test
    void aViewIsNamedAsTheInventoryNamesItsCluster() {
        assertThat(view.name()).isEqualTo(CLUSTER);
        assertThat(clusters.about(CLUSTER)).isNotEmpty();
    }

    @Test
    void aPodThatWasNeverStartedHasNoLog() throws Exception {
        ObjectRef pod = new ObjectRef(Kind.POD, NAMESPACE, "unstarted");
        Map<String, Object> container = Map.of("name", "app", "image", "example.com/none");
        Map<String, Object> spec = Map.of("containers", List.of(container), "nodeSelector", Map.of("no", "node"));
        write(Manifest.of(pod, Map.of("spec", spec)));
        assertThat(view.lastLogLines(pod, "app", 10)).isEmpty();
        assertThat(view.lastLogLines(pod, "none", 10)).isEmpty();
    }

    @Test
    void eventsAreReadAsAllObjectsAre() throws Exception {
        Map<String, Object> about = Map.of("kind", "Pod", "name", "p", "namespace", NAMESPACE);
        Map<String, Object> event =
                Map.of("involvedObject", about, "reason", "FailedMount", "message", "no such file", "type", "Warning");
        write(Manifest.of(new ObjectRef(Kind.EVENT, NAMESPACE, "p.1"), event));
        assertThat(view.list(Kind.EVENT, NAMESPACE, Map.of()))
                .filteredOn(found -> found.ref().name().equals("p.1"))
                .extracting(found -> found.text("reason") + " " + found.text("involvedObject", "name"))
                .containsExactly("FailedMount p");
    }

    @Test
    void aContainerThatIsNotThereHasNoLog() throws Exception {
        assertThat(view.lastLogLines(new ObjectRef(Kind.POD, NAMESPACE, "none"), "app", 10))
                .isEmpty();
    }

    @Test
    void aChangeEndsAWaitAndOneBetweenTwoWaitsEndsTheSecond() throws Exception {
        Set<Interest> interests = Set.of(new Interest(CLUSTER, Kind.CONFIG_MAP, NAMESPACE));
        Manifest live = write(config("watched", Map.of("a", "1")));
        long begun = System.nanoTime();
        clusters.awaitChange(interests, SOON); // the first one ends at once
        clusters.awaitChange(interests, SOON); // the watch is open from now on
        for (int round = 2; round < 5; round++) {
            live = write(config("watched", Map.of("a", "" + round)), unchanged(live));
            clusters.awaitChange(interests, SOON);
        }
        Manifest last = live;
        CompletableFuture<?> later = CompletableFuture.runAsync(() -> {
            try {
                write(config("watched", Map.of("a", "last")), unchanged(last));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        clusters.awaitChange(interests, SOON);
        later.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }

    /** One of two ways to ask the same. */
    private interface Attempt {
        void run() throws Exception;
    }

    private Manifest write(Manifest body) throws Exception {
        return write(body, new Guard.Missing());
    }

    private Manifest write(Manifest body, Guard guard) throws Exception {
        return write(body, guard, "shakebook.test");
    }

    private Manifest write(Manifest body, Guard guard, String manager) throws Exception {
        return writer.write(change(body, guard, manager, false), SOON).live().orElseThrow();
    }

    private void delete(String name, Guard guard) throws Exception {
        assertThat(writer.write(deletion(name, guard), SOON).live()).isEmpty();
    }

    private static ReadyChange change(Manifest body, Guard guard, String manager, boolean force) {
        return new ReadyChange(CLUSTER, body.ref(), Optional.of(body), guard, manager, force);
    }

    private static ReadyChange deletion(String name, Guard guard) {
        return new ReadyChange(CLUSTER, ref(name), Optional.empty(), guard, "shakebook.test", false);
    }

    private static ReadyChange wholly(Manifest live) {
        return ReadyChange.wholeDelete(CLUSTER, live.ref(), unchanged(live), "shakebook.test");
    }

    /** An address of the same range, which is certainly another one. */
    private static String otherAddress(Manifest service) {
        String address = service.text("spec", "clusterIP");
        String start = address.substring(0, address.lastIndexOf('.') + 1);
        return start + (address.endsWith(".77") ? "78" : "77");
    }

    private static Manifest closed(String value) {
        return Manifest.of(ref("closed"), Map.of("data", Map.of("a", value), "immutable", true));
    }

    private static Guard unchanged(Manifest live) {
        return new Guard.Unchanged(live.uid(), live.resourceVersion());
    }

    private static ObjectRef ref(String name) {
        return new ObjectRef(Kind.CONFIG_MAP, NAMESPACE, name);
    }

    private static Manifest config(String name, Map<String, Object> data) {
        return Manifest.of(ref(name), Map.of("data", data));
    }

    private static Manifest secret(String name, String key, Text value) {
        return Manifest.of(new ObjectRef(Kind.SECRET, NAMESPACE, name), Map.of("data", Map.of(key, value)));
    }

    private static Manifest service(String name, int port, int nodePort) {
        return Manifest.of(
                new ObjectRef(Kind.SERVICE, NAMESPACE, name),
                Map.of(
                        "spec",
                        Map.of(
                                "type", "NodePort",
                                "selector", Map.of("app", name),
                                "ports", List.of(Map.of("port", port, "protocol", "TCP", "nodePort", nodePort)))));
    }
}
