// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundTest {
    private static final Bound PORT = Bound.between(30000, 32767);
    private static final Bound ADDRESS = Bound.address("an address from the cluster's Service range");

    @Test
    void bothEndsOfARangeBelongToItAndATextNever() {
        assertThat(PORT.words()).isEqualTo("30000-32767");
        assertThat(PORT.fits(30000L)).isTrue();
        assertThat(PORT.fits(32767L)).isTrue();
        assertThat(PORT.fits(29999L)).isFalse();
        assertThat(PORT.fits(32768L)).isFalse();
        assertThat(PORT.fits("30000")).isFalse();
        assertThatThrownBy(() -> Bound.between(2, 1)).hasMessage("nothing lies between 2 and 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.96.0.17", "0.0.0.0", "255.255.255.255", "fd00:10:96::a5", "::1"})
    void addressesOfBothVersionsFit(String address) {
        assertThat(ADDRESS.fits(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "", "10.96.0.256", "10.96.0", "10.96.0.17\" x = \"y", "evil.example", "::g", ":"})
    void whatIsNoAddressDoesNotFit(String other) {
        assertThat(ADDRESS.fits(other)).isFalse();
    }

    @Test
    void ofWhatNothingIsKnownEverythingFitsAndNothingIsSaid() {
        assertThat(Bound.ANY.words()).isEmpty();
        assertThat(Bound.ANY.fits("anything")).isTrue();
    }
}
