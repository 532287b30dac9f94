import java.io.*;
import java.nio.file.*;
import java.security.*;
import java.security.cert.*;
import java.security.spec.*;
import java.util.*;
import javax.xml.crypto.dsig.*;
import javax.xml.crypto.dsig.dom.*;
import javax.xml.crypto.dsig.keyinfo.*;
import javax.xml.crypto.dsig.spec.*;
import javax.xml.parsers.*;
import javax.xml.transform.*;
import javax.xml.transform.dom.*;
import javax.xml.transform.stream.*;
import org.w3c.dom.*;

/** verify CERTIFICATE FILE... | sign CERTIFICATE PKCS8 ALGORITHM C14N IN OUT, with the JDK's own XML signatures and secure validation. */
public final class XmlPeer {
    public static void main(String[] args) throws Exception {
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(Files.readAllBytes(Path.of(args[1]))));
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        if (args[0].equals("verify")) {
            for (int file = 2; file < args.length; file++) {
                System.out.println(holds(factory, certificate, builders.newDocumentBuilder().parse(new File(args[file]))) ? "VALID" : "INVALID");
            }
            return;
        }
        PrivateKey key = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(args[2]))));
        Document document = builders.newDocumentBuilder().parse(new File(args[5]));
        Reference reference = factory.newReference("", factory.newDigestMethod(DigestMethod.SHA256, null),
            List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null), factory.newTransform(args[4], (TransformParameterSpec) null)), null, null);
        SignedInfo info = factory.newSignedInfo(factory.newCanonicalizationMethod(args[4], (C14NMethodParameterSpec) null), factory.newSignatureMethod(args[3], null), List.of(reference));
        KeyInfoFactory keys = factory.getKeyInfoFactory();
        KeyInfo keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(keys.newX509IssuerSerial(certificate.getIssuerX500Principal().getName(), certificate.getSerialNumber()), certificate))));
        factory.newXMLSignature(info, keyInfo).sign(new DOMSignContext(key, document.getDocumentElement()));
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(new File(args[6])));
    }

    private static boolean holds(XMLSignatureFactory factory, X509Certificate certificate, Document document) throws Exception {
        NodeList all = document.getElementsByTagNameNS("*", "*");
        Node signature = null;
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            for (String name : new String[] {"Id", "ID"}) {
                if (element.hasAttributeNS(null, name)) {
                    element.setIdAttributeNS(null, name, true);
                }
            }
            if (element.getLocalName().equals("Signature")) {
                signature = element;
            }
        }
        DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
        return factory.unmarshalXMLSignature(context).validate(context);
    }
}
