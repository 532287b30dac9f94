import java.io.FileInputStream;
import java.security.cert.*;
import java.util.*;

/** The JDK's path validation: ROOT LEAF rejects|accepts qualifiers. */
public class PolicyQualifierPeer {
    public static void main(String[] a) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509Certificate root = read(factory, a[0]), leaf = read(factory, a[1]);
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(java.time.Instant.parse("2026-11-21T00:00:00Z")));
        if (a[2].equals("accepts")) {
            parameters.setPolicyQualifiersRejected(false);
        }
        try {
            CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(List.of(leaf)), parameters);
            System.out.print("valid");
        } catch (CertPathValidatorException refused) {
            System.out.print(refused.getMessage());
        }
    }

    private static X509Certificate read(CertificateFactory factory, String file) throws Exception {
        try (FileInputStream stream = new FileInputStream(file)) {
            return (X509Certificate) factory.generateCertificate(stream);
        }
    }
}
