using System.Text;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains.Constraints;
using MyNumber.Jpki.Chains.Names;
using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Tests.Chains.Constraints;

public sealed class SubtreeMatchTests
{
    private const int Mail = 1, Dns = 2, Uri = 6, Address = 7;

    [Theory]
    [InlineData("the host itself", Dns, "example.jp", "example.jp", true)]
    [InlineData("a host below", Dns, "a.b.example.jp", "example.jp", true)]
    [InlineData("case does not matter", Dns, "A.EXAMPLE.JP", "example.jp", true)]
    [InlineData("a leading dot takes hosts below", Dns, "a.example.jp", ".example.jp", true)]
    [InlineData("a leading dot leaves the host out", Dns, "example.jp", ".example.jp", false)]
    [InlineData("a longer word is another host", Dns, "notexample.jp", "example.jp", false)]
    [InlineData("the parent is outside", Dns, "jp", "example.jp", false)]
    [InlineData("another address of the host", Mail, "b@example.jp", "a@example.jp", false)]
    [InlineData("the same address", Mail, "a@EXAMPLE.jp", "a@example.jp", true)]
    [InlineData("another case before the sign", Mail, "A@example.jp", "a@example.jp", false)]
    [InlineData("any address of a host", Mail, "b@example.jp", "example.jp", true)]
    [InlineData("an address of a host below", Mail, "b@x.example.jp", "example.jp", false)]
    [InlineData("an address below a domain", Mail, "b@x.example.jp", ".example.jp", true)]
    [InlineData("a host with port and path", Uri, "https://a@x.example.jp:443/p?q", ".example.jp", true)]
    [InlineData("a host only in the path", Uri, "https://evil.test/x.example.jp", ".example.jp", false)]
    [InlineData("a host only before the sign", Uri, "https://x.example.jp@evil.test/", ".example.jp", false)]
    [InlineData("an escaped letter in a host", Uri, "https://%78.example.jp/", ".example.jp", false)]
    [InlineData("no authority", Uri, "urn:example.jp", "example.jp", false)]
    [InlineData("an address in place of a host", Uri, "https://127.0.0.1/", "127.0.0.1", false)]
    public void Text_stands_in_a_permitted_tree(string description, int form, string name, string root, bool isInside) =>
        SubtreeMatch.Of(Name(form, name), Tree(Name(form, root)), isExcluded: false).ShouldBe(isInside ? TreeMatch.Inside : TreeMatch.Outside, description);

    [Theory]
    [InlineData("a wildcard that covers the host", Dns, "*.example.jp", "a.example.jp", true)]
    [InlineData("a wildcard in a part of a label", Dns, "f*o.example.jp", "foo.example.jp", true)]
    [InlineData("a dot behind the host of an address", Mail, "a@example.jp.", "example.jp", true)]
    [InlineData("an escaped letter in a host", Uri, "https://%65xample.jp/", "example.jp", true)]
    [InlineData("a wildcard of another domain", Dns, "*.example.com", "a.example.jp", false)]
    [InlineData("another case before the sign", Mail, "A@example.jp", "a@example.jp", true)]
    [InlineData("a URI without a named host", Uri, "urn:x", "example.jp", true)]
    public void To_exclude_reaches_further(string description, int form, string name, string root, bool isInside) =>
        SubtreeMatch.Of(Name(form, name), Tree(Name(form, root)), isExcluded: true).ShouldBe(isInside ? TreeMatch.Inside : TreeMatch.Outside, description);

    [Theory]
    [InlineData("inside of the net", "C0000205", "C0000200FFFFFF00", TreeMatch.Inside)]
    [InlineData("outside of the net", "C0000305", "C0000200FFFFFF00", TreeMatch.Outside)]
    [InlineData("version 6 against version 4", "20010DB8000000000000000000000001", "C0000200FFFFFF00", TreeMatch.Outside)]
    [InlineData("a net without its mask", "C0000205", "C0000200", TreeMatch.Unsupported)]
    [InlineData("an address that is none", "C00002", "C0000200FFFFFF00", TreeMatch.Unsupported)]
    public void Addresses_are_held_to_net_and_mask(string description, string name, string root, object expected) =>
        SubtreeMatch.Of(Name(Address, Convert.FromHexString(name)), Tree(Name(Address, Convert.FromHexString(root))), isExcluded: false)
            .ShouldBe((TreeMatch)expected, description);

    [Fact]
    public void A_distance_is_not_judged_and_another_form_is_outside()
    {
        NameSubtree far = new(Name(Dns, "example.jp"), HasDistance: true);
        SubtreeMatch.Of(Name(Dns, "example.jp"), far, isExcluded: false).ShouldBe(TreeMatch.Unsupported);
        SubtreeMatch.Of(Name(Mail, "a@example.jp"), far, isExcluded: true).ShouldBe(TreeMatch.Outside);
    }

    [Fact]
    public void A_name_longer_than_two_thousand_octets_is_not_judged()
    {
        string domain = string.Concat(Enumerable.Repeat("a.", 1019)) + "example.jp"; // 2048 octets
        SubtreeMatch.Of(Name(Dns, domain), Tree(Name(Dns, "example.jp")), isExcluded: false).ShouldBe(TreeMatch.Inside);
        SubtreeMatch.Of(Name(Dns, "a" + domain), Tree(Name(Dns, "example.jp")), isExcluded: false).ShouldBe(TreeMatch.Unsupported);
        SubtreeMatch.Of(Name(Dns, "example.jp"), Tree(Name(Dns, "a" + domain)), isExcluded: true).ShouldBe(TreeMatch.Unsupported);
    }

    private static NameSubtree Tree(GeneralName root) => new(root, HasDistance: false);

    private static GeneralName Name(int form, string text) => Name(form, Encoding.ASCII.GetBytes(text));

    private static GeneralName Name(int form, byte[] octets)
    {
        byte[] length = octets.Length < 128 ? [(byte)octets.Length] : [0x82, (byte)(octets.Length >> 8), (byte)(octets.Length & 0xFF)];
        DerReader reader = new(new byte[] { (byte)(0x80 | form) }.Concat(length).Concat(octets).ToArray());
        return GeneralName.Read(ref reader);
    }
}
