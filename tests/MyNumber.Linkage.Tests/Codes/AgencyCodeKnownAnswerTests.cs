using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Codes;

/// <summary>Expected blocks were computed with Python's cryptography package: K2 = 00…1f, holder epoch 0.</summary>
public sealed class AgencyCodeKnownAnswerTests
{
    private const string FirstLink = "95947cda6be9571c4dc7";
    private const string SecondLink = "46396c4cca1d9bb8e776";

    public static TheoryData<string, string, int, string> Answers => new()
    {
        { "first person, holder 1", FirstLink, 1, "77b2df6f69b8f8cac30adbc7c72fb64d" },
        { "first person, holder 2", FirstLink, 2, "4bf747415ce79b9a2d92b6d25005dc76" },
        { "first person, holder 13104", FirstLink, 13104, "7b2e575eaa96e6b67bbb6fc390913a66" },
        { "second person, holder 1", SecondLink, 1, "3383251a188102e74d952da0eade4654" },
        { "second person, holder 2", SecondLink, 2, "bc9cffba4fd7e43975a7bdbd0225801a" },
        { "second person, holder 13104", SecondLink, 13104, "ac78bf3f1f4543ff5575a8c60d3d9090" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Link_gives_the_known_code_on_every_path(string description, string link, int holder, string block)
    {
        foreach (AgencyCodeCipher cipher in Ciphers.OfEveryPath(3, Ciphers.CountedKey))
        {
            using (cipher)
            {
                LinkCode code = LinkCode.FromBytes(Convert.FromHexString(link));
                AgencyCode made = cipher.Derive(new CodeHolderId(holder), 0, code);
                made.Reveal().ShouldBe("0103" + block.ToUpperInvariant(), description);
                cipher.Inspect(made, new CodeHolderId(holder), 0, out LinkCode found).ShouldBe(CodeVerdict.Genuine, description);
                found.ShouldBe(code, description);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Batch_gives_the_known_code_at_every_place(string description, string link, int holder, string block)
    {
        byte[] links = Enumerable.Repeat(Convert.FromHexString(link), 27).SelectMany(bytes => bytes).ToArray();
        byte[] expected = Enumerable.Repeat(Convert.FromHexString(block), 27).SelectMany(bytes => bytes).ToArray();
        foreach (AgencyCodeCipher cipher in Ciphers.OfEveryPath(0, Ciphers.CountedKey))
        {
            using (cipher)
            {
                byte[] blocks = new byte[expected.Length];
                cipher.Derive(new CodeHolderId(holder), 0, links, blocks);
                blocks.ShouldBe(expected, description);
            }
        }
    }
}
