using MyNumber.Jpki.Xml.Reading;
using MyNumber.Jpki.Xml.Tree;

namespace MyNumber.Jpki.Xml.Verification;

/// <summary>Finds ds:Signature at the expected place, and sees to it that there is no other.</summary>
internal static class SignatureFinder
{
    public static TreeElement? Find(TreeDocument document, XmlExpectation expected, bool othersAreContent, out VerificationReason reason)
    {
        List<TreeElement> all = [.. document.Root.SelfAndDescendants().Where(IsSignature)];
        List<TreeElement> here = expected.SignatureParent is not { } parent
            ? [.. all.Where(signature => signature == document.Root)]
            : document.Find(parent) is { } around ? [.. all.Where(signature => signature.Parent == around)] : [];
        bool alone = here.Count == 1 && (othersAreContent || all.Count == 1);
        reason = alone ? VerificationReason.None : all.Count == 0 ? VerificationReason.XmlSignatureNotFound : VerificationReason.XmlSignatureMisplaced;
        return alone ? here[0] : null;
    }

    private static bool IsSignature(TreeElement element) => element.Is(SignatureNames.Space, "Signature");
}
