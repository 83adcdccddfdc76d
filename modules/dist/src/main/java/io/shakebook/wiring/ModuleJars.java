// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Modules;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.spi.InventoryType;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.StepModule;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Finds modules, look-ups and inventory types: those that are shipped, and those in jars that lie in modules folders. A jar
 * is code with all rights of the user; nothing here confines it.
 */
public final class ModuleJars implements Modules {
    private final Machine machine;

    public ModuleJars(Machine machine) {
        this.machine = machine;
    }

    /** Those that come with Shakebook alone. */
    public static Catalog shipped() {
        return catalog(List.of(), List.of(), List.of());
    }

    @Override
    public Catalog catalog() throws LocalFault {
        List<ModuleJar> jars = new ArrayList<>();
        for (Path folder : folders()) {
            jars.addAll(jars(folder));
        }
        if (jars.isEmpty()) {
            return shipped();
        }
        try {
            ClassLoader loader = loader(jars);
            List<StepModule<?, ?>> modules = new ArrayList<>();
            found(StepModule.class, loader).forEach(module -> modules.add((StepModule<?, ?>) module));
            List<Lookup<?, ?>> lookups = new ArrayList<>();
            found(Lookup.class, loader).forEach(lookup -> lookups.add((Lookup<?, ?>) lookup));
            List<InventoryType<?>> types = new ArrayList<>();
            found(InventoryType.class, loader).forEach(type -> types.add((InventoryType<?>) type));
            return catalog(modules, lookups, types);
        } catch (ServiceConfigurationError | IllegalArgumentException e) {
            throw new LocalFault("a module cannot be used: " + e.getMessage(), "remove or replace its jar");
        }
    }

    private static Catalog catalog(
            List<StepModule<?, ?>> furtherModules,
            List<Lookup<?, ?>> furtherLookups,
            List<InventoryType<?>> furtherTypes) {
        List<StepModule<?, ?>> modules = both(Shipped.modules(), furtherModules);
        List<Lookup<?, ?>> lookups = both(Shipped.lookups(), furtherLookups);
        List<InventoryType<?>> types = both(Shipped.types(), furtherTypes);
        UsableName.MODULE.check(modules, module -> module.spec().name());
        UsableName.LOOKUP.check(lookups, lookup -> lookup.spec().name());
        UsableName.TYPE.check(types, InventoryType::name);
        return new Catalog(modules, lookups, types);
    }

    private static <T> List<T> both(List<T> shipped, List<T> further) {
        List<T> all = new ArrayList<>(shipped);
        all.addAll(further);
        return all;
    }

    /** Those of this loader's own jars. */
    private static <T> List<T> found(Class<T> service, ClassLoader loader) {
        return ServiceLoader.load(service, loader).stream()
                .filter(provider -> provider.type().getClassLoader() == loader)
                .map(ModuleJars::made)
                .toList();
    }

    private static <T> T made(ServiceLoader.Provider<T> provider) {
        try {
            return provider.get();
        } catch (ServiceConfigurationError | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(Origin.of(provider.type()) + " cannot be made: " + cause, e);
        }
    }

    private static ClassLoader loader(List<ModuleJar> jars) throws LocalFault {
        URLClassLoader loader = new URLClassLoader(
                "modules", jars.stream().map(ModuleJars::url).toArray(URL[]::new), ModuleJars.class.getClassLoader());
        for (ModuleJar jar : jars) {
            jar.check(loader);
        }
        return loader;
    }

    private static URL url(ModuleJar jar) {
        try {
            return jar.file().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        machine.installation()
                .map(home -> home.resolve("modules"))
                .filter(Files::isDirectory)
                .ifPresent(folders::add);
        machine.variable("SHAKEBOOK_MODULES")
                .ifPresent(paths ->
                        Stream.of(paths.split(File.pathSeparator)).map(Path::of).forEach(folders::add));
        return folders.stream()
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .distinct()
                .toList();
    }

    private static List<ModuleJar> jars(Path folder) throws LocalFault {
        List<ModuleJar> jars = new ArrayList<>();
        for (Path file : files(folder)) {
            jars.add(ModuleJar.read(file));
        }
        return jars;
    }

    private static List<Path> files(Path folder) throws LocalFault {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LocalFault("the modules folder \"" + folder + "\" cannot be read", "correct SHAKEBOOK_MODULES");
        }
    }
}
