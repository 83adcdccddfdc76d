// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.Wanted;
import io.shakebook.spi.Wanted.Effect;
import io.shakebook.spi.Wanted.When;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final ObjectRef REF = new ObjectRef(Kind.DEPLOYMENT, "n", "x");
    private static final Wanted WANTED = new Wanted.Present(
            Manifest.of(REF, Map.of()),
            List.of(
                    new Effect(FieldPath.parse("spec.template"), When.CHANGED, "restart = full resync"),
                    new Effect(FieldPath.parse("spec.replicas"), When.CHANGED, "scaled"),
                    new Effect(FieldPath.ROOT, When.CREATED, "starts copying"),
                    new Effect(FieldPath.ROOT, When.DELETED, "stops copying")));

    private static Diff at(String path) {
        return new Diff(
                List.of(new FieldChange(FieldPath.parse(path), new Side.Value("a"), new Side.Value("b"))), List.of());
    }

    @Test
    void anEffectAppliesWhereItsFieldIsTouched() {
        assertThat(Effects.of(WANTED, Action.UPDATE, at("spec.template.spec.containers[name=x].image")))
                .containsExactly("restart = full resync");
        assertThat(Effects.of(WANTED, Action.UPDATE, at("spec"))).containsExactly("restart = full resync", "scaled");
        assertThat(Effects.of(WANTED, Action.UPDATE, at("metadata.labels.a"))).isEmpty();
        assertThat(Effects.of(WANTED, Action.ADOPT, Diff.EMPTY)).isEmpty();
    }

    @Test
    void creatingAndDeletingHaveTheirOwnEffectsAndReplacingHasBoth() {
        assertThat(Effects.of(WANTED, Action.CREATE, at("spec.template.x"))).containsExactly("starts copying");
        assertThat(Effects.of(WANTED, Action.REPLACE, at("spec.selector")))
                .containsExactly("starts copying", "stops copying");
    }

    @Test
    void theWayBackIsTheOppositeUnlessAnOldValueIsMasked() throws Exception {
        Diff masked = new Diff(
                List.of(new FieldChange(FieldPath.of("data", "pin"), new Side.Masked(false), Side.NONE)), List.of());
        Manifest live = Server.applied(
                Manifest.of(REF, Map.of("spec", Map.of("replicas", 1L), "status", Map.of("a", 1L))), "x");
        assertThat(inverse(Action.CREATE, Optional.empty(), at("spec"))).isEqualTo(new Inverse.Delete());
        Manifest before = Manifest.of(REF, Map.of("spec", Map.of("replicas", 1L)));
        assertThat(inverse(Action.UPDATE, Optional.of(live), at("spec.replicas")))
                .isEqualTo(new Inverse.Swap("shakebook.m", before, List.of()));
        assertThat(inverse(Action.UPDATE, Optional.of(live), masked))
                .isEqualTo(new Inverse.Impossible("the old value of data.pin is masked and is not kept in the plan"));
        assertThat(inverse(Action.DELETE, Optional.of(live), masked)).isInstanceOf(Inverse.Impossible.class);
        assertThat(inverse(Action.DELETE, Optional.of(live), at("spec")))
                .isEqualTo(new Inverse.Create("shakebook.m", before));
        Manifest secret = Manifest.of(new ObjectRef(Kind.SECRET, "n", "x"), Map.of("data", Map.of("a", "eA==")));
        assertThat(inverse(Action.DELETE, Optional.of(secret), Diff.EMPTY)).isInstanceOf(Inverse.Impossible.class);
    }

    private static Inverse inverse(Action action, Optional<Manifest> live, Diff diff) throws Exception {
        Optional<Manifest> body = Optional.of(Manifest.of(REF, Map.of())).filter(any -> action != Action.DELETE);
        return new Inverses(ref -> "canary", KeyFormat.FORMATS).of(action, live, body, false, diff, "shakebook.m");
    }
}
