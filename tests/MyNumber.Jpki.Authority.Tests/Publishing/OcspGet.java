import java.io.FileInputStream;
import java.net.URI;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Asks the responder over GET as the JDK does: arguments are leaf, anchor and, unless the certificate's own address is to be used, the responder's. */
public class OcspGet {
    public static void main(String[] arguments) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        CertPath path = factory.generateCertPath(List.of(read(factory, arguments[0])));
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        if (arguments.length > 2) {
            checker.setOcspResponder(URI.create(arguments[2]));
        }
        checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK, PKIXRevocationChecker.Option.ONLY_END_ENTITY));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(read(factory, arguments[1]), null)));
        parameters.setPolicyQualifiersRejected(false);
        parameters.addCertPathChecker(checker);
        try {
            validator.validate(path, parameters);
            System.out.println("VALID");
        } catch (CertPathValidatorException refused) {
            System.out.println("INVALID " + refused.getReason() + " " + refused.getMessage());
        }
    }

    private static X509Certificate read(CertificateFactory factory, String file) throws Exception {
        try (FileInputStream stream = new FileInputStream(file)) {
            return (X509Certificate) factory.generateCertificate(stream);
        }
    }
}
