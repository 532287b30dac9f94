using System.Text;
using MyNumber.Jpki.Xml.Signing;

namespace MyNumber.Jpki.Xml.Tests;

/// <summary>The ceiling of memory that the page on XML signatures states: all that one verification allocates, freed or not, is below it.</summary>
public sealed class MemoryTests : IDisposable
{
    private const long Ceiling = 256L * 1024 * 1024;

    private readonly XmlDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("as many elements as nodes", "<b/>", 249_900)]
    [InlineData("as many attributes as fit", "<b a=\"\" b=\"\" c=\"\"/>", 99_900)]
    [InlineData("declarations", "<b xmlns=\"u:1\"/><b xmlns:p=\"u:1\"/>", 83_000)]
    [InlineData("as much text as fits", "&#x20BB7;", 900_000)]
    [InlineData("references that grow", "&gt;&#13;", 900_000)]
    public async Task Largest_documents_stay_below_the_ceiling(string description, string part, int count)
    {
        byte[] xml = Encoding.UTF8.GetBytes($"<a xmlns:q=\"u:q\"><s/><x Id=\"x\">{string.Concat(Enumerable.Repeat(part, count))}</x></a>");
        byte[] signed = XmlDocumentSigner.SignDetached(_desk.Signer, xml, XmlElementPath.Of("a", "s"), ["x"]);
        await VerifyBelow(signed, VerificationReason.None, description);
    }

    [Fact]
    public async Task Canonical_octets_that_grow_stop_below_the_ceiling()
    {
        string name = new('n', 4000), part = string.Concat(Enumerable.Repeat("<p:b/>", 7_000));
        byte[] xml = Encoding.UTF8.GetBytes($"<a xmlns:p=\"urn:{name}\"><s/><x Id=\"x\">{part}</x></a>");
        byte[] signed = XmlDocumentSigner.SignDetached(_desk.Signer, xml, XmlElementPath.Of("a", "s"), ["x"], XmlDesk.Exclusive);
        await VerifyBelow(signed, VerificationReason.None, "28 MB of canonical octets");
        string more = Encoding.UTF8.GetString(signed).Replace("<p:b></p:b>", "<p:b></p:b><p:b></p:b>", StringComparison.Ordinal);
        await VerifyBelow(Encoding.UTF8.GetBytes(more), VerificationReason.XmlTooLarge, "twice as many");
    }

    private async Task VerifyBelow(byte[] signed, VerificationReason reason, string description)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ValueTask<XmlVerificationResult> verification = _desk.Verifier.VerifyAsync(signed, XmlExpectation.Detached(XmlElementPath.Of("a", "s"), XmlElementPath.Of("a", "x")));
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        (await verification).Reason.ShouldBe(reason, description);
        taken.ShouldBeLessThan(Ceiling, description);
        taken.ShouldBeGreaterThan(signed.Length, description);
    }
}
