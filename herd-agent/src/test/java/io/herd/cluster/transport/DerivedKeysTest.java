package io.herd.cluster.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DerivedKeysTest {

    @Test
    void theKeyOfOneIsTheGeneratorOfTheCurve() throws Exception {
        var pair = DerivedKeys.of(new byte[40]);

        var key = (ECPublicKey) pair.getPublic();
        assertThat(key.getW()).isEqualTo(key.getParams().getGenerator());
    }

    @RepeatedTest(20)
    void whatOneKeySignsTheOtherKnows(RepetitionInfo repetition) throws Exception {
        var secret = "a secret of more than forty characters, number ".getBytes(UTF_8);
        secret[0] = (byte) repetition.getCurrentRepetition();
        var pair = DerivedKeys.of(secret);

        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(pair.getPrivate());
        signing.update(secret);
        var checking = Signature.getInstance("SHA256withECDSA");
        checking.initVerify(pair.getPublic());
        checking.update(secret);

        assertThat(checking.verify(signing.sign())).isTrue();
        assertThat(DerivedKeys.of(secret).getPublic()).isEqualTo(pair.getPublic());
    }
}
