using System.Text;
using MyNumber.Jpki.Xml.Canonical;
using MyNumber.Jpki.Xml.Tree;

namespace MyNumber.Jpki.Xml.Tests.Canonical;

/// <summary>Expected texts are those of Canonical XML 1.0 §3 and Exclusive Canonical XML 1.0 §2, less their DTDs, or follow a clause named in the row.</summary>
public sealed class CanonicalizerTests
{
    [Theory]
    [InlineData("C14N 3.1 beside the root", "<?xml version=\"1.0\"?>\n\n<?xml-stylesheet   href=\"doc.xsl\"\n   type=\"text/xsl\"   ?>\n\n<doc>Hello, world!<!-- Comment 1 --></doc>\n\n<?pi-without-data     ?>\n\n<!-- Comment 2 -->\n\n<!-- Comment 3 -->\n",
        "<?xml-stylesheet href=\"doc.xsl\"\n   type=\"text/xsl\"   ?>\n<doc>Hello, world!</doc>\n<?pi-without-data?>")]
    [InlineData("C14N 3.2 white space", "<doc>\n   <clean>   </clean>\n   <dirty>   A   B   </dirty>\n</doc>", "<doc>\n   <clean>   </clean>\n   <dirty>   A   B   </dirty>\n</doc>")]
    [InlineData("C14N 3.3 tags", "<doc><e1   /><e2   ></e2><e3   name = \"elem3\"   id=\"elem3\"   /><e5 a:attr=\"out\" b:attr=\"sorted\" attr2=\"all\" attr=\"I'm\"\n xmlns:b=\"http://www.ietf.org\"\n xmlns:a=\"http://www.w3.org\"\n xmlns=\"http://example.org\"/></doc>",
        "<doc><e1></e1><e2></e2><e3 id=\"elem3\" name=\"elem3\"></e3><e5 xmlns=\"http://example.org\" xmlns:a=\"http://www.w3.org\" xmlns:b=\"http://www.ietf.org\" attr=\"I'm\" attr2=\"all\" b:attr=\"sorted\" a:attr=\"out\"></e5></doc>")]
    [InlineData("C14N 3.3 needless declarations", "<e6 xmlns=\"\" xmlns:a=\"http://www.w3.org\"><e7 xmlns=\"http://www.ietf.org\"><e8 xmlns=\"\" xmlns:a=\"http://www.w3.org\"><e9 xmlns=\"\" xmlns:a=\"http://www.ietf.org\"/></e8></e7></e6>",
        "<e6 xmlns:a=\"http://www.w3.org\"><e7 xmlns=\"http://www.ietf.org\"><e8 xmlns=\"\"><e9 xmlns:a=\"http://www.ietf.org\"></e9></e8></e7></e6>")]
    [InlineData("C14N 3.4 references", "<doc><text>First line&#x0d;&#10;Second line</text><value>&#x32;</value><compute><![CDATA[value>\"0\" && value<\"10\" ?\"valid\":\"error\"]]></compute><compute expr='value>\"0\" &amp;&amp; value&lt;\"10\" ?\"valid\":\"error\"'>valid</compute><norm attr=' &apos;   &#x20;&#13;&#xa;&#9;   &apos; '/></doc>",
        "<doc><text>First line&#xD;\nSecond line</text><value>2</value><compute>value&gt;\"0\" &amp;&amp; value&lt;\"10\" ?\"valid\":\"error\"</compute><compute expr=\"value>&quot;0&quot; &amp;&amp; value&lt;&quot;10&quot; ?&quot;valid&quot;:&quot;error&quot;\">valid</compute><norm attr=\" '    &#xD;&#xA;&#x9;   ' \"></norm></doc>")]
    [InlineData("C14N 3.6 characters", "<doc>&#169;𠮷</doc>", "<doc>©𠮷</doc>")]
    [InlineData("line ends of other systems (XML 2.11)", "<doc>a\r\nb\rc</doc>", "<doc>a\nb\nc</doc>")]
    public void Inclusive_form_is_that_of_the_recommendation(string description, string xml, string expected) =>
        Write(xml, null, XmlCanonicalization.Inclusive).ShouldBe(expected, description);

    [Fact]
    public void Comments_are_kept_where_asked_for() =>
        Write("<!-- 1 --><doc>Hello, world!<!-- 2 --></doc><!-- 3 -->", null, XmlCanonicalization.InclusiveWithComments).ShouldBe("<!-- 1 -->\n<doc>Hello, world!<!-- 2 --></doc>\n<!-- 3 -->");

    [Theory]
    [InlineData("inclusive takes the context along", "<n0:pdu xmlns:n0=\"http://a.example\"><n1:elem2 xmlns:n1=\"http://b.example\">content</n1:elem2></n0:pdu>", XmlCanonicalization.Inclusive,
        "<n1:elem2 xmlns:n0=\"http://a.example\" xmlns:n1=\"http://b.example\">content</n1:elem2>")]
    [InlineData("exclusive does not", "<n0:pdu xmlns:n0=\"http://a.example\"><n1:elem2 xmlns:n1=\"http://b.example\">content</n1:elem2></n0:pdu>", XmlCanonicalization.Exclusive,
        "<n1:elem2 xmlns:n1=\"http://b.example\">content</n1:elem2>")]
    [InlineData("inclusive, xml attributes of the ancestors", "<n2:pdu xmlns:n1=\"http://example.com\" xmlns:n2=\"http://foo.example\" xml:lang=\"fr\" xml:space=\"preserve\"><n1:elem2 xmlns:n1=\"http://example.net\" xml:lang=\"en\"><n3:stuff xmlns:n3=\"ftp://example.org\"/></n1:elem2></n2:pdu>", XmlCanonicalization.Inclusive,
        "<n1:elem2 xmlns:n1=\"http://example.net\" xmlns:n2=\"http://foo.example\" xml:lang=\"en\" xml:space=\"preserve\"><n3:stuff xmlns:n3=\"ftp://example.org\"></n3:stuff></n1:elem2>")]
    [InlineData("exclusive, none of them", "<n2:pdu xmlns:n1=\"http://example.com\" xmlns:n2=\"http://foo.example\" xml:lang=\"fr\" xml:space=\"preserve\"><n1:elem2 xmlns:n1=\"http://example.net\" xml:lang=\"en\"><n3:stuff xmlns:n3=\"ftp://example.org\"/></n1:elem2></n2:pdu>", XmlCanonicalization.Exclusive,
        "<n1:elem2 xmlns:n1=\"http://example.net\" xml:lang=\"en\"><n3:stuff xmlns:n3=\"ftp://example.org\"></n3:stuff></n1:elem2>")]
    [InlineData("exclusive, default namespace taken back", "<a xmlns=\"urn:a\"><b:c xmlns:b=\"urn:b\"><d/><e xmlns=\"\"><f xmlns=\"urn:a\"/></e></b:c></a>", XmlCanonicalization.Exclusive,
        "<b:c xmlns:b=\"urn:b\"><d xmlns=\"urn:a\"></d><e><f xmlns=\"urn:a\"></f></e></b:c>")]
    [InlineData("exclusive, repeated where it is used", "<a xmlns:p=\"urn:p\"><b><p:c/><p:c/></b></a>", XmlCanonicalization.Exclusive, "<b><p:c xmlns:p=\"urn:p\"></p:c><p:c xmlns:p=\"urn:p\"></p:c></b>")]
    public void First_child_is_written_by_its_form(string description, string xml, XmlCanonicalization method, string expected) =>
        Write(xml, document => document.Root.Elements.First(), method).ShouldBe(expected, description);

    [Theory]
    [InlineData("a prefix that is not used", "p", "<b xmlns:p=\"urn:p\"><c></c></b>")]
    [InlineData("the default namespace", "", "<b xmlns=\"urn:d\"><c></c></b>")]
    [InlineData("a prefix that is not declared", "q", "<b xmlns=\"urn:d\"><c></c></b>")]
    public void Exclusive_form_keeps_the_prefixes_of_its_list(string description, string prefix, string expected)
    {
        string xml = prefix == "p" ? "<a xmlns:p=\"urn:p\"><b><c/></b></a>" : "<a xmlns:p=\"urn:p\" xmlns=\"urn:d\"><b><c/></b></a>";
        Write(xml, document => document.Root.Elements.First(), XmlCanonicalization.Exclusive, prefix).ShouldBe(expected, description);
    }

    [Fact]
    public void Attributes_are_sorted_by_code_points_of_their_namespaces()
    {
        string xml = "<a xmlns:p=\"urn:\uFF21\" xmlns:q=\"urn:𠮷\" q:x=\"2\" p:x=\"1\"/>";
        Write(xml, null, XmlCanonicalization.Inclusive).ShouldBe("<a xmlns:p=\"urn:\uFF21\" xmlns:q=\"urn:𠮷\" p:x=\"1\" q:x=\"2\"></a>");
    }

    [Fact]
    public void Ceiling_ends_the_writing()
    {
        TreeDocument document = Read("<a>0123456789</a>");
        Canonicalizer.Write(document, CanonicalForm.Default, ceiling: 17).ShouldNotBeNull().Length.ShouldBe(17);
        Canonicalizer.Write(document, CanonicalForm.Default, ceiling: 16).ShouldBeNull();
    }

    private static TreeDocument Read(string xml) => TreeReader.Read(Encoding.UTF8.GetBytes(xml), out VerificationReason reason) ?? throw new InvalidOperationException(reason.ToString());

    private static string Write(string xml, Func<TreeDocument, TreeElement>? choose, XmlCanonicalization method, params string[] prefixes)
    {
        TreeDocument document = Read(xml);
        CanonicalForm form = new(method, prefixes);
        return Encoding.UTF8.GetString((choose is null ? Canonicalizer.Write(document, form) : Canonicalizer.Write(choose(document), form)).ShouldNotBeNull());
    }
}
