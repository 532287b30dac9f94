using System.Security.Cryptography;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Emulation.Tests;

/// <summary>A card under power and a way to send it hexadecimal bytes; the tests speak to the card with nothing in between.</summary>
internal sealed class Terminal : IDisposable
{
    public const string SelectJpki = "00A4040C0AD392F000260100000001";
    public const string SelectInputSupport = "00A4040C0AD3921000310001010408";
    public const string SelectSurface = "00A4040C0AD3921000310001010402";
    public const string SelectResidence = "00A4040C0AD3921000310001010401";
    public const string SelectCommon = "00A4040C0AD3921000310001010100";
    public const string SelectIssuer = "00A4040C07A0000001510000";
    public const string VerifyAuthenticationPin = "002000980431323334";
    public const string VerifySignaturePin = "0020009B084142433132333435";
    public const string VerifyInputSupportPin = "002000910433343536";

    /// <summary>What the sample person presents, by short identifier: the same values have other references in the two applications.</summary>
    public static readonly Dictionary<string, string> Presented = new()
    {
        ["nothing"] = "",
        ["input-support PIN"] = VerifyInputSupportPin,
        ["text A"] = "002000940C313233343536373839303138",
        ["text B"] = "002000950E3032303430313230333431323334",
        ["surface birth date"] = "0020009106303230343031",
        ["surface A"] = "002000930C313233343536373839303138",
        ["surface B"] = "002000920E3032303430313230333431323334",
        ["residence PIN"] = "0020009C0432333435",
    };

    private readonly byte[] _response = new byte[65538];

    public Terminal(EmulatedCardOptions? options = null, CardProfile? profile = null, CardPerson? person = null)
    {
        using RSA authentication = LabKeyPool.Load(0);
        using RSA signature = LabKeyPool.Load(1);
        Card = new EmulatedCardBuilder(person ?? CardPerson.Sample)
            .WithProfile(profile ?? CardProfile.IndividualNumberCard)
            .WithOptions(options ?? EmulatedCardOptions.Default)
            .WithKey(CardKeyPurpose.UserAuthentication, authentication)
            .WithKey(CardKeyPurpose.Signature, signature)
            .Build();
        Card.PowerOn();
    }

    /// <summary>Any card, put under power.</summary>
    public Terminal(EmulatedCard card)
    {
        Card = card;
        Card.PowerOn();
    }

    public EmulatedCard Card { get; }

    /// <summary>A card whose certificate files hold made-up objects of the certificate's outer form.</summary>
    public static Terminal WithCertificates(EmulatedCardOptions? options = null)
    {
        Terminal terminal = new(options);
        terminal.Card.InstallCertificate(CardKeyPurpose.Signature, FakeCertificate(0x11, 1500), FakeCertificate(0x22, 1000));
        terminal.Card.InstallCertificate(CardKeyPurpose.UserAuthentication, FakeCertificate(0x33, 1200), FakeCertificate(0x44, 900));
        return terminal;
    }

    public static byte[] FakeCertificate(byte fill, int length)
    {
        byte[] bytes = new byte[length];
        bytes.AsSpan().Fill(fill);
        bytes[0] = 0x30;
        bytes[1] = 0x82;
        bytes[2] = (byte)((length - 4) >> 8);
        bytes[3] = (byte)((length - 4) & 0xFF);
        return bytes;
    }

    /// <summary>Sends one command and gives the whole answer in hexadecimal.</summary>
    public string Send(string hex) => Convert.ToHexString(SendBytes(Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal))));

    public byte[] SendBytes(byte[] command)
    {
        int written = Card.Process(command, _response);
        return _response[..written];
    }

    /// <summary>Sends commands that must all succeed.</summary>
    public Terminal After(params string[] commands)
    {
        foreach (string command in commands)
        {
            Send(command).ShouldEndWith("9000");
        }

        return this;
    }

    /// <summary>Presents a value that must be right; the key of the table, never the value, goes into a test's name.</summary>
    public Terminal Presenting(string what) => Presented[what].Length == 0 ? this : After(Presented[what]);

    /// <summary>Reads a whole file of the current application by short identifier.</summary>
    public byte[] ReadFile(int id) => Convert.FromHexString(Data($"00B0{0x80 + id:X2}0000FFFF"));

    /// <summary>Sends a command that must succeed, and gives its data without status word.</summary>
    public string Data(string command)
    {
        string answer = Send(command);
        answer.ShouldEndWith("9000");
        return answer[..^4];
    }

    public void Dispose() => Card.Dispose();
}
