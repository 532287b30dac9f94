using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Xml.Canonical;
using MyNumber.Jpki.Xml.Reading;
using MyNumber.Jpki.Xml.Tree;

namespace MyNumber.Jpki.Xml.Signing;

/// <summary>Writes ds:Signature in the order of XMLDSIG §4 into a document that was read.</summary>
internal sealed class SignatureBuilder
{
    private readonly SignerCredential _signer;
    private readonly XmlSigningOptions _options;
    private readonly TreeElement _info;
    private readonly TreeElement _value;

    public SignatureBuilder(SignerCredential signer, XmlSigningOptions options)
    {
        _signer = signer;
        _options = options;
        Signature = New("Signature");
        Signature.Declarations.Add(new TreeDeclaration(options.Prefix, SignatureNames.Space));
        if (options.SignatureId is { } id)
        {
            SetAttribute(Signature, options.SignatureIdName, id);
        }

        _value = New("SignatureValue");
        _info = Append(Signature, "SignedInfo");
        SetAttribute(Append(_info, "CanonicalizationMethod"), "Algorithm", CanonicalForm.Of(options.Canonicalization).Name);
        SignatureAlgorithm algorithm = new(signer.IsRsa ? Oids.RsaEncryption : Oids.EcPublicKey, options.Hash);
        SetAttribute(Append(_info, "SignatureMethod"), "Algorithm", SignatureNames.NameOf(algorithm));
    }

    public TreeElement Signature { get; }

    /// <summary>Adds ds:Object around an element. Without a prefix the signature's namespace is the default one, which content without a namespace must take back.</summary>
    public TreeElement AddObject(string id, TreeElement content)
    {
        TreeElement wrapper = Append(Signature, "Object");
        SetAttribute(wrapper, "Id", id);
        if (_options.Prefix.Length == 0 && !content.Declarations.Exists(declaration => declaration.Prefix.Length == 0))
        {
            content.Declarations.Add(new TreeDeclaration(string.Empty, string.Empty));
        }

        wrapper.Add(content);
        return wrapper;
    }

    /// <summary>Adds a reference to an element by its identifier; the signature must stand at its place in the document by now.</summary>
    public void AddReference(ReferenceTarget target, string id) => Add(target, "#" + (_options.PercentEncodesReferences ? Uri.EscapeDataString(id) : id));

    /// <summary>Adds the reference to the whole document around the signature.</summary>
    public void AddWhole(TreeDocument document) => Add(ReferenceTarget.Whole(document), string.Empty);

    /// <summary>Adds a reference to a file beside the document, byte for byte.</summary>
    public void AddFile(string name, ReadOnlySpan<byte> content)
    {
        TreeElement reference = Append(_info, "Reference");
        SetAttribute(reference, "URI", Uri.EscapeDataString(name));
        SetAttribute(Append(reference, "DigestMethod"), "Algorithm", SignatureNames.NameOf(_options.Hash));
        SetText(Append(reference, "DigestValue"), Convert.ToBase64String(CryptographicOperations.HashData(_options.Hash, content)));
    }

    /// <summary>Adds what stands behind SignedInfo; the value is empty so far.</summary>
    public void Close()
    {
        TreeElement keyInfo = New("KeyInfo");
        if (_options.KeyName is { } name)
        {
            SetText(Append(keyInfo, "KeyName"), name);
        }

        SetText(Append(Append(keyInfo, "X509Data"), "X509Certificate"), Convert.ToBase64String(_signer.RawCertificate.Span));
        _value.Parent = keyInfo.Parent = Signature;
        Signature.Children.InsertRange(1, [_value, keyInfo]);
    }

    /// <summary>Asks the key once, and fills in the value.</summary>
    public void Sign()
    {
        byte[] octets = Canonicalizer.Write(_info, CanonicalForm.Of(_options.Canonicalization)) ?? throw TooLarge();
        DigestAlgorithm digest = DigestAlgorithm.Of(_options.Hash, "options");
        SignatureMethod method = new(digest, _signer.IsRsa ? SignatureKind.Pkcs1 : SignatureKind.Ecdsa);
        byte[] value = _signer.SignHash(digest.Hash(octets), method, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        SetText(_value, Convert.ToBase64String(value));
    }

    internal static ArgumentException TooLarge() => new("The document is too large to be signed.", "xml");

    private void Add(ReferenceTarget target, string uri)
    {
        bool leavesOut = target.Element.Holds(Signature) && target.Element != Signature;
        CanonicalForm form = CanonicalForm.Of(_options.ReferenceCanonicalization);
        TreeElement reference = Append(_info, "Reference");
        SetAttribute(reference, "URI", uri);
        TreeElement transforms = Append(reference, "Transforms");
        if (leavesOut)
        {
            SetAttribute(Append(transforms, "Transform"), "Algorithm", SignatureNames.EnvelopedTransform);
        }

        SetAttribute(Append(transforms, "Transform"), "Algorithm", form.Name);
        SetAttribute(Append(reference, "DigestMethod"), "Algorithm", SignatureNames.NameOf(_options.Hash));
        byte[] octets = target.Write(form, leavesOut ? Signature : null, XmlSignatureLimits.CanonicalLength) ?? throw TooLarge();
        SetText(Append(reference, "DigestValue"), Convert.ToBase64String(CryptographicOperations.HashData(_options.Hash, octets)));
    }

    private static void SetAttribute(TreeElement element, string name, string value) => element.Attributes.Add(new TreeAttribute(string.Empty, name, string.Empty, value));

    private static void SetText(TreeElement element, string text) => element.Add(new TreeText(text));

    private TreeElement New(string name) => new(_options.Prefix, name, SignatureNames.Space);

    private TreeElement Append(TreeElement parent, string name)
    {
        TreeElement child = New(name);
        parent.Add(child);
        return child;
    }
}
