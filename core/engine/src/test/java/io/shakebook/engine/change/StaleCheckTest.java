// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaleCheckTest {
    private static final String US = "shakebook.configmap";
    private static final ObjectRef CONFIG = new ObjectRef(Kind.CONFIG_MAP, "redis-b", "sync");
    private static final SecretRef SECRET = new SecretRef("redis-a.password", "a", "b", "c", "d");
    private static final OutputRef PORT = new OutputRef("p/svc", "node-port", "");
    private static final Secrets SECRETS = ref -> "canary";

    private final Completion filled = new Completion(KeyFormat.FORMATS, ref -> Optional.of(31863L));
    private final StaleCheck check = new StaleCheck(SECRETS, KeyFormat.FORMATS);

    private static Manifest object(Object replicas, Object file) {
        return Manifest.of(CONFIG, Map.of("spec", Map.of("replicas", replicas), "data", Map.of("sync.keys", file)));
    }

    private static Text file() {
        return Text.of(List.of(
                new Text.Literal("address = \"10.0.0.1:"),
                new Text.Pending(PORT, "keys"),
                new Text.Literal("\"\npassword = \""),
                new Text.Secret(SECRET, "keys"),
                new Text.Literal("\"\n")));
    }

    private static String live(String address, String password) {
        return "address = \"" + address + "\"\npassword = \"" + password + "\"\n";
    }

    private static Change change(Action action, Manifest wanted, Optional<Manifest> live) throws Exception {
        Comparison comparison = new Differ(SECRETS, KeyFormat.FORMATS).compare(new Wanted.Present(wanted), live, US);
        Diff diff = comparison instanceof Comparison.Differs differs
                ? differs.diff()
                : comparison instanceof Comparison.Missing missing ? missing.diff() : Diff.EMPTY;
        Target target = new Target("site-b", CONFIG, live.map(Manifest::uid));
        return new Change(
                "c1",
                action,
                target,
                Optional.of(wanted),
                false,
                diff,
                Check.BY_SERVER,
                List.of(),
                List.of(),
                new Inverse.Impossible("a test"));
    }

    private final Manifest planned = Server.applied(object(0L, live("10.0.0.1:1", "old")), US);

    private Staleness now(Object replicas, String file) throws Exception {
        Change update = change(Action.UPDATE, object(1L, file()), Optional.of(planned));
        return check.check(update, Optional.of(Server.applied(object(replicas, file), US)), filled);
    }

    @Test
    void theWorldIsStillAsPlanned() throws Exception {
        assertThat(now(0L, live("10.0.0.1:1", "old"))).isEqualTo(new Staleness.AsPlanned());
    }

    @Test
    void fieldsThatTheChangeDoesNotSetMayChange() throws Exception {
        Manifest other = Server.with(planned, FieldPath.parse("metadata.labels"), Map.of("a", "b"));
        Change update = change(Action.UPDATE, object(1L, file()), Optional.of(planned));
        assertThat(check.check(update, Optional.of(other), filled)).isEqualTo(new Staleness.AsPlanned());
    }

    @Test
    void theChangeWasMadeAlready() throws Exception {
        assertThat(now(1L, live("10.0.0.1:31863", "canary"))).isEqualTo(new Staleness.AlreadySo());
    }

    @Test
    void aFieldThatMovedIsNamedWithWhoMovedIt() throws Exception {
        assertThat(now(3L, live("10.0.0.1:1", "old")))
                .isEqualTo(new Staleness.Moved(List.of(new Staleness.Move(
                        FieldPath.parse("spec.replicas"),
                        "",
                        new Side.Value(0L),
                        new Side.Value(3L),
                        US,
                        "2026-11-22T10:00:00Z"))));
    }

    @Test
    void aKeyOfAFileThatMovedIsNamedAndAPasswordIsNot() throws Exception {
        Staleness moved = now(0L, live("10.9.9.9:1", "canary"));
        assertThat(((Staleness.Moved) moved).moves())
                .extracting(Staleness.Move::key)
                .containsExactly("address", "password");
        assertThat(moved.toString()).doesNotContain("canary");
    }

    @Test
    void anotherObjectOfTheSameNameIsNotTheOneThatWasPlannedOn() throws Exception {
        Manifest other = Server.with(planned, FieldPath.parse("metadata.uid"), "other");
        Change update = change(Action.UPDATE, object(1L, file()), Optional.of(planned));
        assertThat(check.check(update, Optional.of(other), filled)).isInstanceOf(Staleness.Moved.class);
        assertThat(check.check(update, Optional.empty(), filled)).isInstanceOf(Staleness.Moved.class);
    }

    @Test
    void aCreateFindsNothingOrItsOwnWorkOrSomethingElse() throws Exception {
        Change create = change(Action.CREATE, object(1L, file()), Optional.empty());
        Manifest own = Server.applied(object(1L, live("10.0.0.1:31863", "canary")), US);
        assertThat(check.check(create, Optional.empty(), filled)).isEqualTo(new Staleness.AsPlanned());
        assertThat(check.check(create, Optional.of(own), filled)).isEqualTo(new Staleness.AlreadySo());
        assertThat(check.check(create, Optional.of(planned), filled)).isInstanceOf(Staleness.Moved.class);
    }

    @Test
    void anAdoptedObjectThatChangedSinceIsNotForcedBack() throws Exception {
        Manifest wanted = object(1L, "a = 1\n");
        Manifest foreign = Server.applied(wanted, "kubectl");
        Change adopt = change(Action.ADOPT, wanted, Optional.of(foreign));
        assertThat(check.check(adopt, Optional.of(foreign), filled)).isEqualTo(new Staleness.AsPlanned());
        Manifest edited = Server.applied(object(1L, "a = 2\n"), "kubectl-edit");
        assertThat(((Staleness.Moved) check.check(adopt, Optional.of(edited), filled)).moves())
                .extracting(Staleness.Move::key, Staleness.Move::now)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a", new Side.Value(2L)));
    }

    @Test
    void aPlainLineFileThatMovedIsFound() throws Exception {
        Manifest was = Server.applied(Manifest.of(CONFIG, Map.of("data", Map.of("run.sh", "one\ntwo\n"))), US);
        Manifest wanted = Manifest.of(CONFIG, Map.of("data", Map.of("run.sh", "one\nthree\n")));
        Change update = change(Action.UPDATE, wanted, Optional.of(was));
        assertThat(check.check(update, Optional.of(was), filled)).isEqualTo(new Staleness.AsPlanned());
        assertThat(check.check(update, Optional.of(Server.applied(wanted, US)), filled))
                .isEqualTo(new Staleness.AlreadySo());
        Manifest other = Server.applied(Manifest.of(CONFIG, Map.of("data", Map.of("run.sh", "one\nfour\n"))), US);
        assertThat(((Staleness.Moved) check.check(update, Optional.of(other), filled)).moves())
                .extracting(Staleness.Move::key)
                .containsExactly("line 2");
    }
}
