using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.TestKit;

namespace MyNumber.Card.Emulation.Tests.Profiles;

public sealed class SurfaceFilesTests
{
    private const string IssuerId = "36303030303233" + "0805" + "303031" + "00000000";
    private const string SubjectId = "31333130313030" + "0805" + "303030" + "00000000";

    [Fact]
    public void The_age_record_is_signed_birth_date_and_card_key()
    {
        using Terminal terminal = Open("surface birth date");
        byte[] file = terminal.ReadFile(1);
        file.Length.ShouldBe(547);
        Convert.ToHexString(file.AsSpan(0, 21)).ShouldBe("FF1082021E" + "DF1108" + "3139393030343031" + "DF12820109");
        using RSA municipality = Municipality(terminal);
        municipality.Verifies(file.AsSpan(5, 281), file.AsSpan(291, 256)).ShouldBeTrue();
        using RSA card = Certified.KeyAt(file, 21);
        card.Verifies("abc"u8, Convert.FromHexString(terminal.Data("802A030003" + "616263" + "00"))).ShouldBeTrue();
    }

    [Fact]
    public void The_face_has_nine_offsets_that_lead_to_its_objects()
    {
        using Terminal terminal = Open("surface B");
        byte[] file = terminal.ReadFile(2);
        Convert.ToHexString(file.AsSpan(0, 3)).ShouldBe("FF2082");
        Convert.ToHexString(file.AsSpan(5, 11)).ShouldBe("DF2112" + "001A" + "0025" + "0029" + "0137");
        for (int i = 0; i < 9; i++)
        {
            Offset(file, i, 2).ShouldBe([0xDF, (byte)(0x22 + i)]);
        }

        Offset(file, 0, 11).ShouldBe(Convert.FromHexString("DF2208" + "3139393030343031"));
        Offset(file, 1, 4).ShouldBe(Convert.FromHexString("DF230132"));
        Offset(file, 7, 11).ShouldBe(Convert.FromHexString("DF2908" + "3230333430343031"));
        Convert.ToHexString(Value(file, 3).AsSpan(0, 8)).ShouldBe("89504E470D0A1A0A");
        Convert.ToHexString(Value(file, 4).AsSpan(0, 8)).ShouldBe("89504E470D0A1A0A");
        Convert.ToHexString(Value(file, 5).AsSpan(0, 12)).ShouldBe("0000000C6A5020200D0A870A");
        Value(file, 3).ShouldBe(CardImages.Sample.Name.ToArray());
    }

    [SkippableFact]
    public void Openssl_recovers_three_hashes_from_the_signature_over_the_face()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using Terminal terminal = Open("surface A");
        byte[] file = terminal.ReadFile(2);
        using TemporaryFolder folder = new();
        using RSA municipality = Municipality(terminal);
        folder.Write("key.pem", municipality.ExportSubjectPublicKeyInfoPem());
        folder.Write("signature", Value(file, 6));
        openssl.RunIn(folder.Path, "pkeyutl", "-verifyrecover", "-pubin", "-inkey", "key.pem", "-in", "signature", "-out", "block", "-pkeyopt", "rsa_padding_mode:pkcs1")
            .ExitCode.ShouldBe(0);
        byte[] block = File.ReadAllBytes(Path.Combine(folder.Path, "block"));
        int facts = Place(file, 0), texts = Place(file, 3), photo = Place(file, 5), end = Place(file, 6);
        string expected = "3071300D06096086480165030402010500" + "0460"
            + Hash(file.AsSpan(facts, texts - facts)) + Hash(file.AsSpan(texts, photo - texts)) + Hash(file.AsSpan(photo, end - photo));
        Convert.ToHexString(block).ShouldBe(expected);
    }

    [Fact]
    public void The_information_file_names_the_municipality()
    {
        using Terminal terminal = Open("nothing");
        byte[] file = terminal.ReadFile(3);
        file.Length.ShouldBe(320);
        Convert.ToHexString(file.AsSpan(0, 48)).ShouldBe(
            "FF3082013B" + "DF3104" + "06030E01" + "DF3210" + "36303030303234" + "0805" + "303031" + "00000000" + "DF330100" + "DF3405" + "3133313031" + "DF35820110");
    }

    [Fact]
    public void The_number_image_is_signed_with_the_card_key()
    {
        using Terminal terminal = Open("surface A");
        byte[] file = terminal.ReadFile(5);
        Convert.ToHexString(file.AsSpan(0, 3)).ShouldBe("FF4082");
        int image = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(8));
        int signed = 5 + image + 270;
        Convert.ToHexString(file.AsSpan(10, 8)).ShouldBe("89504E470D0A1A0A");
        Convert.ToHexString(file.AsSpan(5 + signed, 5)).ShouldBe("DF43820100");
        using RSA municipality = Municipality(terminal);
        municipality.Verifies(file.AsSpan(5, signed), file.AsSpan(10 + signed, 256)).ShouldBeTrue();
        file[20] ^= 1;
        municipality.Verifies(file.AsSpan(5, signed), file.AsSpan(10 + signed, 256)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("name", 240, 24)]
    [InlineData("address", 480, 24)]
    [InlineData("security code", 24, 12)]
    [InlineData("number", 72, 12)]
    public void Every_png_is_grey_of_one_bit_and_blanks_have_the_same_size(string description, int width, int height)
    {
        foreach (CardImages images in (CardImages[])[CardImages.Sample, CardImages.Blank])
        {
            ReadOnlySpan<byte> png = description switch
            {
                "name" => images.Name.Span,
                "address" => images.Address.Span,
                "number" => images.IndividualNumber.Span,
                _ => images.SecurityCode.Span,
            };
            BinaryPrimitives.ReadInt32BigEndian(png[16..]).ShouldBe(width);
            BinaryPrimitives.ReadInt32BigEndian(png[20..]).ShouldBe(height);
            png[24].ShouldBe((byte)1);
            png[25].ShouldBe((byte)0);
        }
    }

    [Fact]
    public void A_person_without_images_gets_marked_blanks()
    {
        CardPerson.FromSeed(1).Images.ShouldBeSameAs(CardImages.Blank);
        CardImages.Blank.Name.ToArray().ShouldNotBe(CardImages.Sample.Name.ToArray());
    }

    [Theory]
    [InlineData("empty", 0)]
    [InlineData("too long", 0x4001)]
    public void An_image_has_a_length(string description, int length)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<ArgumentException>(() => new CardImages([1], [1], new byte[length], [1], [1]));
    }

    private static Terminal Open(string presented) => new Terminal().After(Terminal.SelectSurface).Presenting(presented);

    private static RSA Municipality(Terminal terminal) =>
        Certified.Subject(terminal.ReadFile(4), IssuerId, SubjectId, LabCardAuthority.Default.SurfaceAnchor.Key.Modulus);

    private static int Place(byte[] file, int index) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(8 + (index * 2)));

    private static byte[] Offset(byte[] file, int index, int length) => file[Place(file, index)..(Place(file, index) + length)];

    // Tag of two bytes; the length is one byte, or 82 and two bytes.
    private static byte[] Value(byte[] file, int index)
    {
        int place = Place(file, index);
        return file[place + 2] == 0x82
            ? file.AsSpan(place + 5, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(place + 3))).ToArray()
            : file.AsSpan(place + 3, file[place + 2]).ToArray();
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
