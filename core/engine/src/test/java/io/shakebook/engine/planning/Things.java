// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.spi.Desired;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.LookupSpec;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.NoOutputs;
import io.shakebook.spi.Output;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Rows;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.Bound;
import io.shakebook.spi.value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small modules that want, read and list ConfigMaps and Services, for tests of the planner. */
final class Things {

    private Things() {}

    static Catalog catalog() {
        return new Catalog(
                List.of(
                        new Settings(),
                        new Front(),
                        new Gone(),
                        new Space(),
                        new Custom(),
                        new Shows(),
                        new Counts(),
                        new Copies()),
                List.of(new Entries()),
                List.of());
    }

    private static <A extends Record, O extends Record> ModuleSpec<A, O> spec(
            String name, Class<A> args, Class<O> outputs, boolean gate) {
        return new ModuleSpec<>(name, "", "", args, outputs, gate, List.of(), List.of());
    }

    static ObjectRef settings(String namespace, String name) {
        return new ObjectRef(Kind.CONFIG_MAP, namespace, name);
    }

    /** A ConfigMap with texts. */
    record SettingsArgs(String name, Map<String, Text> data) {}

    private static final class Settings implements StepModule<SettingsArgs, NoOutputs> {
        @Override
        public ModuleSpec<SettingsArgs, NoOutputs> spec() {
            return Things.spec("settings", SettingsArgs.class, NoOutputs.class, false);
        }

        @Override
        public Desired<NoOutputs> want(SettingsArgs args, World world) {
            ObjectRef ref = settings(world.namespace(), args.name());
            Manifest wanted = Manifest.of(ref, Map.of("data", args.data()));
            return new Desired<>(List.of(new Wanted.Present(wanted)), new NoOutputs());
        }

        @Override
        public Verdict verify(SettingsArgs args, World world) {
            return Verdict.ready("");
        }
    }

    /** A Service. */
    record FrontArgs(String name, int port) {}

    /** What the server decides of a Service. */
    record FrontOutputs(Output<String> address, Output<Integer> nodePort) {}

    private static final class Front implements StepModule<FrontArgs, FrontOutputs> {
        @Override
        public ModuleSpec<FrontArgs, FrontOutputs> spec() {
            return Things.spec("front", FrontArgs.class, FrontOutputs.class, false);
        }

        @Override
        public Desired<FrontOutputs> want(FrontArgs args, World world) {
            ObjectRef ref = new ObjectRef(Kind.SERVICE, world.namespace(), args.name());
            Manifest wanted = Manifest.of(
                    ref, Map.of("spec", Map.of("type", "NodePort", "ports", List.of(Map.of("port", args.port())))));
            return new Desired<>(
                    List.of(new Wanted.Present(wanted)),
                    new FrontOutputs(
                            Output.field(0, FieldPath.parse("spec.clusterIP"), Bound.address("an address")),
                            Output.field(
                                    0,
                                    FieldPath.parse("spec.ports[port=" + args.port() + "].nodePort"),
                                    Bound.between(30000, 32767))));
        }

        @Override
        public Verdict verify(FrontArgs args, World world) {
            return Verdict.ready("");
        }
    }

    /** Some ConfigMap must not be there. */
    record GoneArgs(String name) {}

    private static final class Gone implements StepModule<GoneArgs, NoOutputs> {
        @Override
        public ModuleSpec<GoneArgs, NoOutputs> spec() {
            return Things.spec("gone", GoneArgs.class, NoOutputs.class, false);
        }

        @Override
        public Desired<NoOutputs> want(GoneArgs args, World world) {
            ObjectRef ref = settings(world.namespace(), args.name());
            return new Desired<>(List.of(new Wanted.Absent(ref, List.of())), new NoOutputs());
        }

        @Override
        public Verdict verify(GoneArgs args, World world) {
            return Verdict.ready("");
        }
    }

    /** A Wid, or with the name {@code wids.example.com} what defines its kind. */
    record CustomArgs(String name) {}

    private static final class Custom implements StepModule<CustomArgs, NoOutputs> {
        @Override
        public ModuleSpec<CustomArgs, NoOutputs> spec() {
            return Things.spec("custom", CustomArgs.class, NoOutputs.class, false);
        }

        @Override
        public Desired<NoOutputs> want(CustomArgs args, World world) {
            Manifest wanted = args.name().contains(".")
                    ? Manifest.of(
                            new ObjectRef(
                                    new Kind("apiextensions.k8s.io/v1", "CustomResourceDefinition"), "", args.name()),
                            Map.of("spec", Map.of("group", "example.com", "names", Map.of("kind", "Wid"))))
                    : Manifest.of(
                            new ObjectRef(new Kind("example.com/v1", "Wid"), world.namespace(), args.name()), Map.of());
            return new Desired<>(List.of(new Wanted.Present(wanted)), new NoOutputs());
        }

        @Override
        public Verdict verify(CustomArgs args, World world) {
            return Verdict.ready("");
        }
    }

    /** A Namespace. */
    record SpaceArgs(String name) {}

    private static final class Space implements StepModule<SpaceArgs, NoOutputs> {
        @Override
        public ModuleSpec<SpaceArgs, NoOutputs> spec() {
            return Things.spec("space", SpaceArgs.class, NoOutputs.class, false);
        }

        @Override
        public Desired<NoOutputs> want(SpaceArgs args, World world) {
            Manifest wanted = Manifest.of(new ObjectRef(Kind.NAMESPACE, "", args.name()), Map.of());
            return new Desired<>(List.of(new Wanted.Present(wanted)), new NoOutputs());
        }

        @Override
        public Verdict verify(SpaceArgs args, World world) {
            return Verdict.ready("");
        }
    }

    /** A field of an object; the gate fails if it is not there. */
    record ShowsArgs(String kind, String name, FieldPath field) {}

    private static final class Shows implements StepModule<ShowsArgs, NoOutputs> {
        @Override
        public ModuleSpec<ShowsArgs, NoOutputs> spec() {
            return Things.spec("shows", ShowsArgs.class, NoOutputs.class, true);
        }

        @Override
        public Desired<NoOutputs> want(ShowsArgs args, World world) {
            return Desired.nothing();
        }

        @Override
        public Verdict verify(ShowsArgs args, World world) throws Unanswered {
            ObjectRef ref = new ObjectRef(new Kind("v1", args.kind()), world.namespace(), args.name());
            return world.here()
                    .get(ref)
                    .flatMap(object -> object.at(args.field()))
                    .map(value -> Verdict.ready("it is " + value))
                    .orElse(Verdict.failed(args.field() + " is not there"));
        }
    }

    private static final class Copies implements StepModule<ShowsArgs, NoOutputs> {
        @Override
        public ModuleSpec<ShowsArgs, NoOutputs> spec() {
            return Things.spec("copies", ShowsArgs.class, NoOutputs.class, false);
        }

        @Override
        public Desired<NoOutputs> want(ShowsArgs args, World world) throws Unanswered {
            ObjectRef ref = new ObjectRef(new Kind("v1", args.kind()), world.namespace(), args.name());
            String found = world.here()
                    .get(ref)
                    .flatMap(object -> object.at(args.field()))
                    .map(String::valueOf)
                    .orElse("nothing");
            Manifest wanted = Manifest.of(settings(world.namespace(), "copy"), Map.of("data", Map.of("copied", found)));
            return new Desired<>(List.of(new Wanted.Present(wanted)), new NoOutputs());
        }

        @Override
        public Verdict verify(ShowsArgs args, World world) {
            return Verdict.ready("");
        }
    }

    /** So many ConfigMaps. */
    record CountsArgs(int exactly) {}

    private static final class Counts implements StepModule<CountsArgs, NoOutputs> {
        @Override
        public ModuleSpec<CountsArgs, NoOutputs> spec() {
            return Things.spec("counts", CountsArgs.class, NoOutputs.class, true);
        }

        @Override
        public Desired<NoOutputs> want(CountsArgs args, World world) {
            return Desired.nothing();
        }

        @Override
        public Verdict verify(CountsArgs args, World world) throws Unanswered {
            int found = world.here()
                    .list(Kind.CONFIG_MAP, world.namespace(), Map.of())
                    .size();
            return found == args.exactly() ? Verdict.ready("") : Verdict.failed(found + " ConfigMaps");
        }
    }

    /** Which ConfigMaps. */
    record EntriesArgs(ClusterRef cluster, String namespace, Optional<Integer> atLeast) {}

    /** A ConfigMap. */
    record Entry(String name, Optional<String> value) {}

    private static final class Entries implements Lookup<EntriesArgs, Entry> {
        @Override
        public LookupSpec<EntriesArgs, Entry> spec() {
            return new LookupSpec<>("entries", "", "", EntriesArgs.class, Entry.class, false, List.of(), List.of());
        }

        @Override
        public Rows<Entry> rows(EntriesArgs args, World world) throws Unanswered, Refusal {
            Map<String, Entry> rows = new LinkedHashMap<>();
            for (Manifest one : world.cluster(args.cluster()).list(Kind.CONFIG_MAP, args.namespace(), Map.of())) {
                String name = one.ref().name();
                rows.put(name, new Entry(name, one.at("data", "value").map(String::valueOf)));
            }
            if (rows.size() < args.atLeast().orElse(0)) {
                throw new Refusal("too-few", "found " + rows.size(), "create more");
            }
            return new Rows<>(rows, "ConfigMaps");
        }
    }
}
