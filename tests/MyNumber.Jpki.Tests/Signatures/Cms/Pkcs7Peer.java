import java.io.ByteArrayInputStream;
import java.nio.file.*;
import java.security.*;
import java.security.cert.*;
import java.security.spec.*;
import sun.security.pkcs.*;

/** The JDK as another implementation of CMS: verify FILE [CONTENT], timestamp FILE, sign KEY CERTIFICATE CONTENT OUT ALGORITHM attached|detached. */
public class Pkcs7Peer {
    public static void main(String[] a) throws Exception {
        switch (a[0]) {
            case "verify" -> {
                PKCS7 p = new PKCS7(read(a[1]));
                SignerInfo[] valid = a.length > 2 ? p.verify(read(a[2])) : p.verify();
                System.out.println((valid == null ? 0 : valid.length) + " of " + p.getSignerInfos().length);
            }
            case "timestamp" -> System.out.println(new PKCS7(read(a[1])).getSignerInfos()[0].getTimestamp().getTimestamp().toInstant());
            case "sign" -> {
                PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(read(a[1])));
                X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(read(a[2])));
                byte[] signed = PKCS7.generateNewSignedData(a[5], null, key, new X509Certificate[] { certificate }, read(a[3]), a[6].equals("attached"), false, null);
                Files.write(Path.of(a[4]), signed);
            }
        }
    }

    private static byte[] read(String file) throws Exception {
        return Files.readAllBytes(Path.of(file));
    }
}
