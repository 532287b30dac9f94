using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Tests.Certificates;

public sealed class JpkiCertificateTests : IDisposable
{
    private readonly ShapedAuthority _authority = new(0);

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void Every_field_is_what_the_platform_reads()
    {
        byte[] der = (ShapedLeaf.Signature with { OcspAddress = "http://127.0.0.1:1/ocsp" }).IssueBy(_authority);
        using X509Certificate2 platform = X509CertificateLoader.LoadCertificate(der);

        JpkiCertificate.TryParse(der, out JpkiCertificate? ours, out CertificatePart flaw).ShouldBeTrue();

        flaw.ShouldBe(CertificatePart.None);
        ours!.RawData.ToArray().ShouldBe(der);
        ours.SerialNumber.ToArray().ShouldBe(platform.SerialNumberBytes.ToArray());
        ours.IssuerName.ToArray().ShouldBe(platform.IssuerName.RawData);
        ours.SubjectName.ToArray().ShouldBe(platform.SubjectName.RawData);
        ours.NotBefore.UtcDateTime.ShouldBe(platform.NotBefore.ToUniversalTime());
        ours.NotAfter.UtcDateTime.ShouldBe(platform.NotAfter.ToUniversalTime());
        ours.SubjectPublicKeyInfo.ToArray().ShouldBe(platform.PublicKey.ExportSubjectPublicKeyInfo());
        ours.KeySize.ShouldBe(2048);
        ours.KeyUsage.ShouldBe(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation);
        ours.Policies.ShouldBe(["1.2.392.200149.8.5.1.1.20"]);
        ours.SubjectKeyIdentifier.ToArray().ShouldBe(platform.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.ToArray());
        ours.AuthorityKeyIdentifier!.KeyIdentifier.ToArray().ShouldBe(_authority.KeyIdentifier);
        ours.AuthorityKeyIdentifier.IssuerName.ToArray().ShouldBe(_authority.Name.RawData);
        ours.AuthorityKeyIdentifier.SerialNumber.ToArray().ShouldBe(_authority.SerialNumber);
        ours.CrlDistributionPoint.ToArray().ShouldBe(ShapedLeaf.Partition.RawData);
        ours.OcspAddress.ShouldBe("http://127.0.0.1:1/ocsp");
        ours.IsAuthority.ShouldBeNull();
        ours.UnrecognisedCriticalExtensions.ShouldBeEmpty();
    }

    [Fact]
    public void The_four_attributes_are_read_where_the_platform_reads_none()
    {
        // Pitfall P6: the platform's SAN reader enumerates DNS names and addresses only.
        byte[] der = ShapedLeaf.Signature.IssueBy(_authority);
        using X509Certificate2 platform = X509CertificateLoader.LoadCertificate(der);
        X509SubjectAlternativeNameExtension theirs = new(platform.Extensions["2.5.29.17"]!.RawData);
        theirs.EnumerateDnsNames().ShouldBeEmpty();
        theirs.EnumerateIPAddresses().ShouldBeEmpty();

        JpkiCertificate.TryParse(der, out JpkiCertificate? ours, out _).ShouldBeTrue();

        FourAttributes attributes = ours!.Holder!.Attributes;
        attributes.Name.ShouldBe("見本　花子");
        attributes.Address.ShouldBe("東京都千代田区霞が関２－１－２");
        attributes.BirthDate.TryGetDate(out DateOnly birthDate).ShouldBeTrue();
        birthDate.ShouldBe(new DateOnly(1990, 4, 1));
        attributes.BirthDate.Era.ShouldBe(JapaneseEra.Heisei);
        attributes.Sex.ShouldBe(Sex.Female);
        ours.Holder.NameSubstitutes.ShouldBe("00000");
    }

    [Fact]
    public void A_subject_name_written_in_the_authoritys_order_keeps_that_order()
    {
        // Pitfall P5: DER of C=JP (PrintableString), CN=SHAPED0001 (UTF8String), C first.
        JpkiCertificate certificate = ShapedLeaf.Signature.ParseFrom(_authority);
        Convert.ToHexString(certificate.SubjectName.Span).ShouldBe("3022310B3009060355040613024A503113301106035504030C0A53484150454430303031");
    }

    [Fact]
    public void Masks_show_neither_serial_nor_holder()
    {
        JpkiCertificate certificate = ShapedLeaf.Signature.ParseFrom(_authority);
        string shown = $"{certificate} {certificate.Identity} {certificate.Holder} {certificate.Holder!.Attributes} {certificate.Holder.Attributes.BirthDate}";
        shown.ShouldBe("JpkiCertificate(***) CertificateIdentity(***) HolderAttributes(***) FourAttributes(***) BirthDate(***)");
    }

    [Fact]
    public void A_certificate_cut_at_any_length_is_refused_and_nothing_is_thrown()
    {
        byte[] der = ShapedLeaf.Signature.IssueBy(_authority);
        for (int length = 0; length < der.Length; length++)
        {
            JpkiCertificate.TryParse(der.AsSpan(0, length), out JpkiCertificate? certificate, out CertificatePart flaw).ShouldBeFalse();
            certificate.ShouldBeNull();
            flaw.ShouldNotBe(CertificatePart.None);
        }
    }

    [Fact]
    public void A_changed_byte_anywhere_never_leaves_the_issuers_signature_whole()
    {
        byte[] der = ShapedLeaf.Signature.IssueBy(_authority);
        TrustAnchor anchor = _authority.Anchor;
        for (int at = 0; at < der.Length; at++)
        {
            byte[] changed = [.. der];
            changed[at] ^= (byte)(1 << (at % 8));
            bool believed = JpkiCertificate.TryParse(changed, out JpkiCertificate? certificate, out _) && anchor.HasSigned(certificate);
            believed.ShouldBeFalse($"byte {at}");
        }
    }

    [Fact]
    public void Bytes_after_the_end_are_refused()
    {
        byte[] der = [.. ShapedLeaf.Signature.IssueBy(_authority), 0];
        JpkiCertificate.TryParse(der, out _, out CertificatePart flaw).ShouldBeFalse();
        flaw.ShouldBe(CertificatePart.Envelope);
    }

    [Fact]
    public void A_certificate_over_the_ceiling_is_refused_by_size()
    {
        JpkiCertificate.TryParse(new byte[JpkiCertificate.MaximumLength + 1], out _, out CertificatePart flaw).ShouldBeFalse();
        flaw.ShouldBe(CertificatePart.Size);
    }

    [Fact]
    public void An_extension_that_stands_twice_is_refused()
    {
        ShapedLeaf leaf = ShapedLeaf.Signature with { Extra = [new X509Extension("1.2.3.4", [5, 0], false), new X509Extension("1.2.3.5", [5, 0], false)] };
        byte[] der = leaf.IssueBy(_authority);
        JpkiCertificate.TryParse(der, out _, out _).ShouldBeTrue();
        der[der.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x06, 0x03, 0x2A, 0x03, 0x05]) + 4] = 0x04;

        JpkiCertificate.TryParse(der, out _, out CertificatePart flaw).ShouldBeFalse();

        flaw.ShouldBe(CertificatePart.Extensions);
    }

    [Fact]
    public void A_critical_extension_that_is_not_understood_is_kept_by_name()
    {
        ShapedLeaf leaf = ShapedLeaf.Signature with { Extra = [new X509Extension("1.2.3.4", [5, 0], true), new X509Extension("1.2.3.5", [5, 0], false)] };
        leaf.ParseFrom(_authority).UnrecognisedCriticalExtensions.ShouldBe(["1.2.3.4"]);
    }

    [Fact]
    public void A_certificate_is_identified_by_issuer_generation_and_serial_together()
    {
        // Pitfall P12: the same serial under the other authority, or under the other generation, is another certificate.
        using ShapedAuthority otherGeneration = new(1);
        using ShapedAuthority otherAuthority = new(2, ShapedAuthority.UserAuthenticationName);
        CertificateIdentity one = ShapedLeaf.Signature.ParseFrom(_authority).Identity;

        ShapedLeaf.Signature.ParseFrom(_authority).Identity.ShouldBe(one);
        ShapedLeaf.Signature.ParseFrom(otherGeneration).Identity.ShouldNotBe(one);
        ShapedLeaf.Signature.ParseFrom(otherAuthority).Identity.ShouldNotBe(one);
        (ShapedLeaf.Signature with { Serial = [0x01, 0x22, 0x33, 0x45] }).ParseFrom(_authority).Identity.ShouldNotBe(one);
        default(CertificateIdentity).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_serial_of_twenty_bytes_is_read_and_one_of_twenty_one_is_refused()
    {
        byte[] twenty = [0x01, .. new byte[19]], twentyOne = [0x01, .. new byte[20]];
        (ShapedLeaf.Signature with { Serial = twenty }).ParseFrom(_authority).SerialNumber.Length.ShouldBe(20);
        Flaw(ShapedLeaf.Signature with { Serial = twentyOne }).ShouldBe(CertificatePart.Header);
    }

    [Theory]
    [InlineData("attributes in another order", new[] { 5, 4, 3, 2, 1, 0 })]
    [InlineData("attributes in the order of their OIDs", new[] { 0, 4, 2, 1, 3, 5 })]
    public void Attributes_are_found_by_oid_and_never_by_position(string description, int[] order)
    {
        ShapedLeaf leaf = ShapedLeaf.Signature with { Holder = [.. order.Select(i => ShapedLeaf.Hanako[i])] };
        leaf.ParseFrom(_authority).Holder!.Attributes.Address.ShouldBe("東京都千代田区霞が関２－１－２", description);
    }

    [Fact]
    public void An_unknown_attribute_of_the_arc_is_kept_and_ignored()
    {
        ShapedLeaf leaf = ShapedLeaf.Signature with { Holder = [.. ShapedLeaf.Hanako, ("1.2.392.200149.8.5.5.7", "ミホン　ハナコ")] };
        leaf.ParseFrom(_authority).Holder!.Unrecognised.Keys.ShouldBe(["1.2.392.200149.8.5.5.7"]);
    }

    [Theory]
    [InlineData("no name", 0, null)]
    [InlineData("no address", 3, null)]
    [InlineData("no flags of the name", 4, null)]
    [InlineData("birth date of eight digits", 1, "19900401")]
    [InlineData("era digit six", 1, "619900401")]
    [InlineData("month thirteen", 1, "419901301")]
    [InlineData("30 February", 1, "419900230")]
    [InlineData("birth date in full-width digits", 1, "４19900401")]
    [InlineData("sex of two digits", 2, "12")]
    [InlineData("sex as a letter", 2, "F")]
    [InlineData("flags one short", 4, "0000")]
    [InlineData("flags one long", 5, "0000000000000000")]
    [InlineData("flags with another digit", 4, "00200")]
    public void Malformed_attributes_are_refused(string description, int which, string? value)
    {
        List<(string Oid, string Value)> holder = [.. ShapedLeaf.Hanako];
        string oid = holder[which].Oid;
        holder.RemoveAt(which);
        if (value is not null)
        {
            holder.Insert(which, (oid, value));
        }

        Flaw(ShapedLeaf.Signature with { Holder = [.. holder] }).ShouldBe(CertificatePart.HolderAttributes, description);
    }

    [Fact]
    public void The_same_attribute_twice_is_refused()
    {
        Flaw(ShapedLeaf.Signature with { Holder = [.. ShapedLeaf.Hanako, (Oids.PersonAddress, "東京都千代田区霞が関２－１－３")] }).ShouldBe(CertificatePart.HolderAttributes);
    }

    [Theory]
    [InlineData("code 0", "0", Sex.Unknown)]
    [InlineData("code 1", "1", Sex.Male)]
    [InlineData("code 2", "2", Sex.Female)]
    [InlineData("code 3, of which sources disagree", "3", Sex.Unknown)]
    [InlineData("code 9, of which sources disagree", "9", Sex.Unknown)]
    public void Sex_is_read_by_table(string description, string digit, Sex expected)
    {
        ShapedLeaf leaf = ShapedLeaf.Signature with { Holder = [.. ShapedLeaf.Hanako.Select(a => a.Oid == Oids.PersonSex ? (a.Oid, digit) : a)] };
        leaf.ParseFrom(_authority).Holder!.Attributes.Sex.ShouldBe(expected, description);
    }

    [Theory]
    [InlineData("last day of 昭和", "319890107", true, 1989)]
    [InlineData("first day of 平成", "419890108", true, 1989)]
    [InlineData("平成 on a day of 昭和", "419890107", false, 1989)]
    [InlineData("last day of 平成", "420190430", true, 2019)]
    [InlineData("first day of 令和", "520190501", true, 2019)]
    [InlineData("令和 on a day of 平成", "520190430", false, 2019)]
    [InlineData("era unknown", "019900401", false, 1990)]
    [InlineData("day unknown", "419900400", false, 1990)]
    [InlineData("month and day unknown", "419900000", false, 1990)]
    [InlineData("all unknown", "000000000", false, null)]
    public void The_year_of_a_birth_date_is_gregorian_and_the_era_only_labels_it(string description, string written, bool consistent, int? year)
    {
        // Pitfall P14.
        ShapedLeaf leaf = ShapedLeaf.Signature with { Holder = [.. ShapedLeaf.Hanako.Select(a => a.Oid == Oids.PersonBirthDate ? (a.Oid, written) : a)] };
        BirthDate date = leaf.ParseFrom(_authority).Holder!.Attributes.BirthDate;
        date.Year.ShouldBe(year, description);
        date.IsEraConsistent.ShouldBe(consistent, description);
        date.ToCertificateForm().ShouldBe(written, description);
    }

    [Fact]
    public void Other_names_outside_the_arc_are_ignored_and_not_kept()
    {
        ShapedLeaf leaf = ShapedLeaf.Signature with { Holder = [.. ShapedLeaf.Hanako, ("1.3.6.1.4.1.311.20.2.3", "x@y"), ("1.3.6.1.4.1.311.20.2.3", "z@y")] };
        leaf.ParseFrom(_authority).Holder!.Unrecognised.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("negative", new byte[] { 0x80 })]
    [InlineData("negative, four bytes", new byte[] { 0xFF, 0x22, 0x33, 0x44 })]
    public void A_negative_serial_is_refused(string description, byte[] serial)
    {
        byte[] der = (ShapedLeaf.Signature with { Serial = serial.Length == 1 ? [0x01] : [0x01, 0x22, 0x33, 0x44] }).IssueBy(_authority);
        byte[] before = [0xA0, 0x03, 0x02, 0x01, 0x02, 0x02, (byte)serial.Length]; // version 3, then the serial's header
        int at = der.AsSpan().IndexOf(before) + before.Length;
        serial.CopyTo(der, at);
        JpkiCertificate.TryParse(der, out _, out CertificatePart flaw).ShouldBeFalse(description);
        flaw.ShouldBe(CertificatePart.Header, description);
    }

    [Theory]
    [InlineData("signature algorithm", 11, CertificatePart.Header)]
    [InlineData("key algorithm", 1, CertificatePart.PublicKey)]
    public void Rsa_without_null_parameters_is_refused(string description, byte algorithm, CertificatePart expected)
    {
        byte[] der = ShapedLeaf.Signature.IssueBy(_authority);
        byte[] oid = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, algorithm];
        int at = 0;
        for (int next; (next = der.AsSpan(at).IndexOf(oid)) >= 0;)
        {
            at += next + oid.Length;
            der[at].ShouldBe((byte)0x05);
            der[at] = 0x04; // an empty OCTET STRING in place of NULL
        }

        at.ShouldBePositive();

        JpkiCertificate.TryParse(der, out _, out CertificatePart flaw).ShouldBeFalse(description);
        flaw.ShouldBe(expected, description);
    }

    [Theory]
    [InlineData("reasons", new byte[] { 0x81, 0x02, 0x01, 0x06 })]
    [InlineData("cRLIssuer", new byte[] { 0xA2, 0x04, 0xA4, 0x02, 0x30, 0x00 })]
    public void A_distribution_point_for_some_reasons_or_of_another_issuer_names_no_partition(string description, byte[] after)
    {
        (ShapedLeaf.Signature with { AfterPointName = after }).ParseFrom(_authority).CrlDistributionPoint.IsEmpty.ShouldBeTrue(description);
    }

    [Fact]
    public void Extended_usage_that_names_nothing_is_refused() =>
        Flaw(ShapedLeaf.Signature with { Extra = [new X509Extension(Oids.ExtendedKeyUsage, [0x30, 0x00], false)] }).ShouldBe(CertificatePart.Usage);

    [Fact]
    public void A_negative_or_padded_modulus_is_refused()
    {
        byte[] der = ShapedLeaf.Signature.IssueBy(_authority);
        using X509Certificate2 platform = X509CertificateLoader.LoadCertificate(der);
        byte[] key = platform.PublicKey.EncodedKeyValue.RawData;
        int at = der.AsSpan().IndexOf(key.AsSpan(0, 12)) + 8; // SEQUENCE 82 hh ll, INTEGER 82 hh ll, 00
        der[at].ShouldBe((byte)0);
        der[at] = 0xFF;
        JpkiCertificate.TryParse(der, out _, out CertificatePart flaw).ShouldBeFalse();
        flaw.ShouldBe(CertificatePart.PublicKey);
    }

    private CertificatePart Flaw(ShapedLeaf leaf)
    {
        JpkiCertificate.TryParse(leaf.IssueBy(_authority), out JpkiCertificate? certificate, out CertificatePart flaw).ShouldBeFalse();
        certificate.ShouldBeNull();
        return flaw;
    }
}
