import java.io.FileInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;

/** What a user of the JDK would write: java LoadList.java LIST CA. */
public final class LoadList {
    public static void main(String[] args) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        long start = System.nanoTime();
        X509CRL list;
        try (FileInputStream file = new FileInputStream(args[0])) {
            list = (X509CRL) factory.generateCRL(file);
        }
        try (FileInputStream file = new FileInputStream(args[1])) {
            list.verify(((X509Certificate) factory.generateCertificate(file)).getPublicKey());
        }
        System.out.printf("  load %,d ms with signature, %,d entries%n", (System.nanoTime() - start) / 1_000_000, list.getRevokedCertificates().size());
    }
}
