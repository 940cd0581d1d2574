package io.herd.cluster.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cluster.jgroups.Members;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class HerdTlsTest {

    @Test
    void theSameKeyAndHerdMakeTheSameIdentity() throws Exception {
        var one = HerdTls.keyPair(HerdSecrets.identitySeed(Members.KEY.secret(), "herd"));
        var same = HerdTls.keyPair(HerdSecrets.identitySeed(Members.KEY.secret(), "herd"));

        assertThat(one.getPublic()).isEqualTo(same.getPublic());
    }

    @Test
    void anotherKeyOrAnotherHerdMakesAnotherIdentity() throws Exception {
        var one = HerdTls.keyPair(HerdSecrets.identitySeed(Members.KEY.secret(), "herd"));

        assertThat(
                        HerdTls.keyPair(
                                        HerdSecrets.identitySeed(
                                                Members.OTHER_KEY.secret(), "herd"))
                                .getPublic())
                .isNotEqualTo(one.getPublic());
        assertThat(
                        HerdTls.keyPair(HerdSecrets.identitySeed(Members.KEY.secret(), "flock"))
                                .getPublic())
                .isNotEqualTo(one.getPublic());
    }

    @Test
    void theCertificateIsSignedByItsOwnKeyAndGoodWhateverTheClockSays() throws Exception {
        var keys = HerdTls.keyPair(HerdSecrets.identitySeed(Members.KEY.secret(), "herd"));

        var certificate = SelfSignedCertificate.of(keys);

        certificate.verify(keys.getPublic());
        assertThat(certificate.getPublicKey()).isEqualTo(keys.getPublic());
        certificate.checkValidity(Date.from(Instant.parse("2001-01-01T00:00:00Z")));
        certificate.checkValidity(Date.from(Instant.parse("2500-01-01T00:00:00Z")));
    }
}
