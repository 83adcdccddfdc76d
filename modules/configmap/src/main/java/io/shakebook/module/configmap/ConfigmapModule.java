// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.configmap;

import io.shakebook.spi.Desired;
import io.shakebook.spi.Example;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.Output;
import io.shakebook.spi.Permission;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.LocalRef;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Optional;

/** Files in a ConfigMap or a Secret; ready when the object exists. */
public final class ConfigmapModule implements StepModule<ConfigmapArgs, ConfigmapOutputs> {

    @Override
    public ModuleSpec<ConfigmapArgs, ConfigmapOutputs> spec() {
        return new ModuleSpec<>(
                "configmap",
                "Files in a ConfigMap or a Secret, ready when the object exists.",
                "A file is a text, or a template of which some values are set by key. Secret values are filled in while"
                        + " writing. Files are compared by key, so a comment that changed is no change of a value.",
                ConfigmapArgs.class,
                ConfigmapOutputs.class,
                false,
                List.of(
                        new Permission("", "configmaps", List.of("get", "create", "patch", "delete")),
                        new Permission("", "secrets", List.of("get", "create", "patch", "delete"))),
                examples());
    }

    @Override
    public Desired<ConfigmapOutputs> want(ConfigmapArgs args, World world) {
        String name = args.name().value();
        ConfigmapOutputs outputs = new ConfigmapOutputs(
                Output.fixed(name), Output.fixed(new LocalRef(args.kind().toString(), name)), digest(args));
        return new Desired<>(List.of(new ConfigmapManifest(args, world.namespace()).wanted()), outputs);
    }

    /** Of our files only: what somebody keeps beside them restarts nobody. */
    private static Output<String> digest(ConfigmapArgs args) {
        return Output.joined(args.data().keySet().stream()
                .map(file -> Output.digest(0, ConfigmapManifest.DATA.key(file)))
                .toArray(Output<?>[]::new));
    }

    @Override
    public Verdict verify(ConfigmapArgs args, World world) throws Unanswered {
        ObjectRef ref = new ConfigmapManifest(args, world.namespace()).ref();
        String shown = args.kind() + " \"" + args.name() + "\"";
        Optional<Manifest> live = world.here().get(ref);
        if (live.isEmpty()) {
            return Verdict.waiting(shown + " does not exist");
        }
        return live.get().terminating()
                ? Verdict.waiting(shown + " is being deleted")
                : Verdict.ready(shown + " exists");
    }

    private static List<Example> examples() {
        return List.of(new Example("A text", """
                        cluster: site-b
                        namespace: redis-b
                        configmap:
                          name: greeting
                          data:
                            motd.txt: hello
                        """), new Example("The same text in a Secret", """
                        cluster: site-b
                        namespace: redis-b
                        configmap:
                          name: greeting
                          kind: Secret
                          data:
                            motd.txt: hello
                        """));
    }
}
