using MyNumber.Jpki.Xml.Canonical;
using MyNumber.Jpki.Xml.Tree;

namespace MyNumber.Jpki.Xml.Reading;

/// <summary>Reads ds:Signature as the schema of XMLDSIG §4 orders it and nothing beyond: every element that is not known is refused.</summary>
internal sealed class SignatureReader
{
    private const int LongestValue = 4096;
    private const int LongestSerialNumber = 64;

    private VerificationReason _flaw;

    public static SignatureFields? Read(TreeElement signature, out VerificationReason reason)
    {
        SignatureReader reader = new();
        SignatureFields? fields = reader.ReadSignature(signature);
        reason = reader._flaw;
        return reason == VerificationReason.None ? fields : null;
    }

    private SignatureFields? ReadSignature(TreeElement signature)
    {
        TreeElement[] parts = Parts(signature, SignatureNames.IdNames);
        if (!Expect(parts.Length >= 3 && Is(parts[0], "SignedInfo") && Is(parts[1], "SignatureValue") && Is(parts[2], "KeyInfo")
            && parts.Skip(3).All(part => Is(part, "Object"))))
        {
            return null;
        }

        TreeElement[] info = Parts(parts[0], "Id");
        if (!Expect(info.Length >= 3 && Is(info[0], "CanonicalizationMethod") && Is(info[1], "SignatureMethod") && info.Skip(2).All(part => Is(part, "Reference"))))
        {
            return null;
        }

        CanonicalForm? form = ReadCanonicalization(info[0]);
        Expect(form is not null, VerificationReason.XmlCanonicalizationNotAccepted);
        SignatureAlgorithm? algorithm = SignatureNames.FindSignature(ReadAlgorithm(info[1]));
        Expect(algorithm is not null, VerificationReason.AlgorithmNotAccepted);
        Expect(info.Length - 2 <= XmlSignatureLimits.References, VerificationReason.XmlTooLarge);
        SignedReference[] references = _flaw == VerificationReason.None ? [.. info.Skip(2).Select(ReadReference).OfType<SignedReference>()] : [];
        byte[] value = ReadBytes(parts[1], LongestValue, "Id");
        KeyHints hints = ReadKeyInfo(parts[2]);
        return _flaw == VerificationReason.None ? new SignatureFields(signature, parts[0], form!, algorithm!, references, value, hints) : null;
    }

    private SignedReference? ReadReference(TreeElement reference)
    {
        TreeElement[] parts = Parts(reference, "Id", "URI", "Type");
        int transforms = parts.Length > 0 && Is(parts[0], "Transforms") ? 1 : 0;
        string? uri = reference.Find("URI");
        Expect(uri is not null, VerificationReason.XmlReferenceNotAccepted);
        if (!Expect(parts.Length == transforms + 2 && Is(parts[transforms], "DigestMethod") && Is(parts[transforms + 1], "DigestValue")))
        {
            return null;
        }

        bool leavesOut = false;
        CanonicalForm form = CanonicalForm.Default;
        if (transforms == 1)
        {
            (leavesOut, form) = ReadTransforms(Parts(parts[0]));
        }

        System.Security.Cryptography.HashAlgorithmName? digest = SignatureNames.FindDigest(ReadAlgorithm(parts[transforms]));
        Expect(digest is not null, VerificationReason.AlgorithmNotAccepted);
        byte[] value = ReadBytes(parts[transforms + 1], LongestValue);
        return _flaw == VerificationReason.None ? new SignedReference(uri!, transforms == 1, leavesOut, form, digest!.Value, value) : null;
    }

    // Enveloped-signature, then one canonicalisation; each at most once. XPath, XSLT, base64 and the rest are not known here.
    private (bool LeavesOut, CanonicalForm Form) ReadTransforms(TreeElement[] transforms)
    {
        Expect(transforms.Length is > 0 and <= XmlSignatureLimits.Transforms && transforms.All(transform => Is(transform, "Transform")), VerificationReason.XmlTransformNotAccepted);
        if (_flaw != VerificationReason.None)
        {
            return (false, CanonicalForm.Default);
        }

        bool leavesOut = transforms[0].Find("Algorithm") == SignatureNames.EnvelopedTransform;
        if (leavesOut)
        {
            Expect(ReadAlgorithm(transforms[0]) is not null, VerificationReason.XmlTransformNotAccepted);
        }

        int last = leavesOut ? 1 : 0;
        CanonicalForm? form = transforms.Length == last ? CanonicalForm.Default : ReadCanonicalization(transforms[last]);
        Expect(form is not null && transforms.Length <= last + 1, VerificationReason.XmlTransformNotAccepted);
        return (leavesOut, form ?? CanonicalForm.Default);
    }

    private CanonicalForm? ReadCanonicalization(TreeElement method)
    {
        TreeElement[] inside = Parts(method, "Algorithm");
        if (CanonicalForm.Find(method.Find("Algorithm")) is not { } known)
        {
            return null;
        }

        CanonicalForm form = CanonicalForm.Of(known);
        if (inside.Length == 0)
        {
            return form;
        }

        if (!form.IsExclusive || inside.Length != 1 || !inside[0].Is(SignatureNames.ExclusiveSpace, "InclusiveNamespaces"))
        {
            return null;
        }

        Expect(Parts(inside[0], "PrefixList").Length == 0);
        string[] prefixes = (inside[0].Find("PrefixList") ?? string.Empty).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Expect(prefixes.Length <= XmlSignatureLimits.Prefixes, VerificationReason.XmlTooLarge);
        return _flaw == VerificationReason.None ? form with { Prefixes = [.. prefixes.Select(prefix => prefix == "#default" ? string.Empty : prefix).Distinct()] } : null;
    }

    private KeyHints ReadKeyInfo(TreeElement info)
    {
        KeyHints hints = new();
        foreach (TreeElement part in Parts(info, "Id"))
        {
            if (Is(part, "X509Data"))
            {
                ReadCertificateData(part, hints);
            }
            else
            {
                Expect(Is(part, "KeyName") && ReadText(part) is not null, VerificationReason.XmlKeyInfoNotAccepted);
            }
        }

        Expect(hints.Certificates.Count <= XmlSignatureLimits.Certificates, VerificationReason.XmlTooLarge);
        return hints;
    }

    private void ReadCertificateData(TreeElement data, KeyHints hints)
    {
        foreach (TreeElement part in Parts(data))
        {
            switch (part.NamespaceUri == SignatureNames.Space ? part.LocalName : string.Empty)
            {
                case "X509Certificate":
                    hints.Certificates.Add(ReadBytes(part, Certificates.JpkiCertificate.MaximumLength));
                    break;
                case "X509SKI":
                    hints.KeyIdentifiers.Add(ReadBytes(part, LongestValue));
                    break;
                case "X509IssuerSerial":
                    TreeElement[] pair = Parts(part);
                    Expect(pair.Length == 2 && Is(pair[0], "X509IssuerName") && Is(pair[1], "X509SerialNumber"), VerificationReason.XmlKeyInfoNotAccepted);
                    string serial = pair.Length == 2 ? ReadText(pair[1])?.Trim() ?? string.Empty : string.Empty;
                    Expect(serial.Length is > 0 and <= LongestSerialNumber, VerificationReason.XmlKeyInfoNotAccepted);
                    hints.SerialNumbers.Add(serial);
                    break;
                default:
                    Expect(Is(part, "X509SubjectName") && ReadText(part) is not null, VerificationReason.XmlKeyInfoNotAccepted);
                    break;
            }
        }
    }

    private string? ReadAlgorithm(TreeElement method) => Parts(method, "Algorithm").Length == 0 ? method.Find("Algorithm") : null;

    /// <summary>Base64 with white space, otherwise in its one form (RFC 4648 §3.5).</summary>
    private byte[] ReadBytes(TreeElement element, int longest, params ReadOnlySpan<string> attributes)
    {
        string text = new([.. (ReadText(element, attributes) ?? string.Empty).Where(character => character is not (' ' or '\t' or '\r' or '\n'))]);
        byte[] bytes = new byte[(text.Length / 4 * 3) + 3];
        bool read = Convert.TryFromBase64String(text, bytes, out int written) && written > 0;
        Expect(read && written <= longest && Convert.ToBase64String(bytes.AsSpan(0, written)) == text);
        return bytes[..written];
    }

    /// <summary>The characters of an element that has nothing else: no comment can split them.</summary>
    private string? ReadText(TreeElement element, params ReadOnlySpan<string> attributes)
    {
        ExpectAttributes(element, attributes);
        return Expect(element.Children.TrueForAll(child => child is TreeText)) ? string.Concat(element.Children.OfType<TreeText>().Select(text => text.Value)) : null;
    }

    /// <summary>The elements of an element that has only elements and white space: no comment, no instruction, no text.</summary>
    private TreeElement[] Parts(TreeElement element, params ReadOnlySpan<string> attributes)
    {
        ExpectAttributes(element, attributes);
        Expect(element.Children.TrueForAll(child => child is TreeElement || (child is TreeText text && text.Value.AsSpan().IndexOfAnyExcept(" \t\r\n") < 0)));
        return [.. element.Elements];
    }

    private void ExpectAttributes(TreeElement element, ReadOnlySpan<string> names)
    {
        foreach (TreeAttribute attribute in element.Attributes)
        {
            Expect(attribute.NamespaceUri.Length == 0 && names.Contains(attribute.LocalName));
        }
    }

    private static bool Is(TreeElement element, string name) => element.Is(SignatureNames.Space, name);

    private bool Expect(bool condition, VerificationReason otherwise = VerificationReason.XmlSignatureMalformed)
    {
        _flaw = _flaw == VerificationReason.None && !condition ? otherwise : _flaw;
        return condition;
    }
}
