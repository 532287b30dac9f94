import java.io.FileInputStream;
import java.math.BigInteger;
import java.nio.file.*;
import java.security.*;
import java.security.cert.*;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Date;
import sun.security.x509.*;

/** The JDK as another implementation of lists: read LIST CA SERIAL, write OUT CA KEY THISUPDATE SERIAL REASON. Times in seconds, serials in hexadecimal. */
public class CrlPeer {
    public static void main(String[] a) throws Exception {
        X509Certificate authority;
        try (FileInputStream file = new FileInputStream(a[2])) {
            authority = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }

        if (a[0].equals("read")) {
            read(a[1], authority, new BigInteger(a[3], 16));
            return;
        }

        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(a[3]))));
        Date from = new Date(Long.parseLong(a[4]) * 1000);
        CRLExtensions reason = new CRLExtensions(), extensions = new CRLExtensions();
        reason.set(CRLReasonCodeExtension.NAME, new CRLReasonCodeExtension(Integer.parseInt(a[6])));
        extensions.set(CRLNumberExtension.NAME, new CRLNumberExtension(BigInteger.valueOf(0x8003)));
        X509CRLEntry[] entries = {new X509CRLEntryImpl(new BigInteger(a[5], 16), new Date(from.getTime() - 86_400_000L), reason)};
        X509CRLImpl list = new X509CRLImpl((X500Name) authority.getSubjectDN(), from, new Date(from.getTime() + 172_800_000L), entries, extensions);
        list.sign(key, "SHA256withRSA");
        Files.write(Path.of(a[1]), list.getEncoded());
    }

    private static void read(String path, X509Certificate authority, BigInteger serial) throws Exception {
        X509CRL list;
        try (FileInputStream file = new FileInputStream(path)) {
            list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(file);
        }

        list.verify(authority.getPublicKey());
        X509CRLEntry entry = list.getRevokedCertificate(serial);
        System.out.println(entry == null ? "ABSENT" : entry.getRevocationReason() + " " + entry.getRevocationDate().getTime() / 1000);
    }
}
