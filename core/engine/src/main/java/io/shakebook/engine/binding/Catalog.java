// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.spi.InventoryType;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.StepModule;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The modules, look-ups and inventory types that are known, by name. */
public final class Catalog {
    private final Map<String, StepModule<?, ?>> modules;
    private final Map<String, Lookup<?, ?>> lookups;
    private final Map<String, InventoryType<?>> types;

    /** @throws IllegalArgumentException if two of a kind have the same name; the message names both classes */
    public Catalog(
            List<? extends StepModule<?, ?>> modules,
            List<? extends Lookup<?, ?>> lookups,
            List<? extends InventoryType<?>> types) {
        this.modules = byName("module", modules, module -> module.spec().name());
        this.lookups = byName("look-up", lookups, lookup -> lookup.spec().name());
        this.types = byName("inventory type", types, InventoryType::name);
    }

    /** By name, in alphabetical order. */
    public Map<String, StepModule<?, ?>> modules() {
        return modules;
    }

    /** By name, in alphabetical order. */
    public Map<String, Lookup<?, ?>> lookups() {
        return lookups;
    }

    /** By name, in alphabetical order. */
    public Map<String, InventoryType<?>> types() {
        return types;
    }

    public Optional<StepModule<?, ?>> module(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    /** Of the jar that a module comes from. */
    public static String version(StepModule<?, ?> module) {
        String version = module.getClass().getPackage().getImplementationVersion();
        return version == null ? "unversioned" : version;
    }

    public Optional<Lookup<?, ?>> lookup(String name) {
        return Optional.ofNullable(lookups.get(name));
    }

    /** The inventory type whose entries are of this record class. */
    public Optional<InventoryType<?>> typeOf(Class<?> entry) {
        return types.values().stream()
                .<InventoryType<?>>map(type -> type)
                .filter(type -> type.entry() == entry)
                .findFirst();
    }

    private static <T> Map<String, T> byName(String kind, List<? extends T> all, Function<T, String> name) {
        Map<String, T> named = new TreeMap<>();
        for (T one : all) {
            T other = named.putIfAbsent(name.apply(one), one);
            if (other != null) {
                throw new IllegalArgumentException("two classes give the " + kind + " \"" + name.apply(one) + "\": "
                        + other.getClass().getName() + " and " + one.getClass().getName()
                        + "; remove one of their jars");
            }
        }
        return Collections.unmodifiableMap(named);
    }
}
