// SPDX-License-Identifier: Apache-2.0
package example;

import io.shakebook.spi.Desired;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.NoOutputs;
import io.shakebook.spi.Permission;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;

/** One label on a ConfigMap that exists already. */
public final class Labelled implements StepModule<LabelledArgs, NoOutputs> {

    @Override
    public ModuleSpec<LabelledArgs, NoOutputs> spec() {
        return new ModuleSpec<>(
                "labelled",
                "One label on a ConfigMap that exists already.",
                "",
                LabelledArgs.class,
                NoOutputs.class,
                false,
                List.of(new Permission("", "configmaps", List.of("get", "patch"))),
                List.of());
    }

    @Override
    public Desired<NoOutputs> want(LabelledArgs args, World world) {
        Map<String, Object> label = Map.of("metadata", Map.of("labels", Map.of(args.label(), args.value())));
        return new Desired<>(
                List.of(new Wanted.Fields(Manifest.of(ref(args, world), label), List.of())), new NoOutputs());
    }

    @Override
    public Verdict verify(LabelledArgs args, World world) throws Unanswered {
        return world.here()
                .get(ref(args, world))
                .map(Manifest::labels)
                .filter(labels -> args.value().equals(labels.get(args.label())))
                .map(labels -> Verdict.ready("labelled"))
                .orElseGet(() -> Verdict.waiting("the label \"" + args.label() + "\" is not there yet"));
    }

    private static ObjectRef ref(LabelledArgs args, World world) {
        return new ObjectRef(Kind.CONFIG_MAP, world.namespace(), args.name().value());
    }
}
