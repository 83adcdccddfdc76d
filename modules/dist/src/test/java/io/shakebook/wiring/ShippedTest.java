// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.InventoryType;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.StepModule;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ShippedTest {
    @Test
    void namesEachServiceOfTheClassPath() {
        assertThat(classes(Shipped.modules())).containsExactlyInAnyOrderElementsOf(services(StepModule.class));
        assertThat(classes(Shipped.lookups())).containsExactlyInAnyOrderElementsOf(services(Lookup.class));
        assertThat(classes(Shipped.types())).containsExactlyInAnyOrderElementsOf(services(InventoryType.class));
    }

    private static List<String> classes(List<?> named) {
        return named.stream().map(one -> one.getClass().getName()).toList();
    }

    private static List<String> services(Class<?> service) {
        return ServiceLoader.load(service).stream()
                .map(provider -> provider.type().getName())
                .toList();
    }
}
