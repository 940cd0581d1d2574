package io.herd.cluster.transport;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;

/**
 * Makes a key pair on the curve P-256 out of a secret, the same everywhere. Java multiplies points
 * only to agree on keys, which gives the first coordinate of the public key; a signature tells
 * which of the two second ones is meant.
 */
final class DerivedKeys {

    static final String CURVE = "secp256r1";

    private DerivedKeys() {}

    /**
     * @param secret at least 8 bytes more than the curve's order has, so that all keys are equally
     *     likely
     */
    static KeyPair of(byte[] secret) throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(CURVE));
        var curve = parameters.getParameterSpec(ECParameterSpec.class);
        var number =
                new BigInteger(1, secret)
                        .mod(curve.getOrder().subtract(BigInteger.ONE))
                        .add(BigInteger.ONE);
        var factory = KeyFactory.getInstance("EC");
        var own = factory.generatePrivate(new ECPrivateKeySpec(number, curve));
        var x = multiplied(factory.generatePublic(at(curve.getGenerator(), curve)), own);
        var prime = ((ECFieldFp) curve.getCurve().getField()).getP();
        var y = squareRoot(rightSide(x, curve), prime);
        var one = factory.generatePublic(at(new ECPoint(x, y), curve));
        return new KeyPair(
                belong(one, own)
                        ? one
                        : factory.generatePublic(at(new ECPoint(x, prime.subtract(y)), curve)),
                own);
    }

    private static ECPublicKeySpec at(ECPoint point, ECParameterSpec curve) {
        return new ECPublicKeySpec(point, curve);
    }

    private static BigInteger multiplied(PublicKey point, PrivateKey by)
            throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(by);
        agreement.doPhase(point, true);
        return new BigInteger(1, agreement.generateSecret());
    }

    // y² = x³ + ax + b
    private static BigInteger rightSide(BigInteger x, ECParameterSpec spec) {
        var curve = spec.getCurve();
        return x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
    }

    // Of a prime that is 3 modulo 4, as this one is.
    private static BigInteger squareRoot(BigInteger square, BigInteger prime) {
        return square.modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);
    }

    private static boolean belong(PublicKey one, PrivateKey other) throws GeneralSecurityException {
        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(other);
        var checking = Signature.getInstance("SHA256withECDSA");
        checking.initVerify(one);
        try {
            return checking.verify(signing.sign());
        } catch (SignatureException e) {
            return false;
        }
    }
}
