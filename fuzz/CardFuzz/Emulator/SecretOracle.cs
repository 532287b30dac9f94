using System.Numerics;
using System.Security.Cryptography;

namespace MyNumber.CardFuzz.Emulator;

/// <summary>Judges each answer by what was presented to the card and nothing else.</summary>
internal sealed class SecretOracle
{
    private static readonly CardSecrets[] _each = [.. Enum.GetValues<CardSecrets>().Where(one => BitOperations.IsPow2((int)one))];
    private readonly FuzzCard _card;
    private readonly SecretWindows _windows;
    private readonly FuzzReport _report;
    private readonly bool _selectCloses;
    private CardSecrets _granted;

    public SecretOracle(FuzzCard card, FuzzReport report, bool selectCloses)
    {
        _card = card;
        _windows = new SecretWindows(card);
        _report = report;
        _selectCloses = selectCloses;
    }

    /// <summary>A PIN was replaced, so that the terminal's knowledge of the card is over.</summary>
    public bool IsSpoiled { get; private set; }

    public void PowerLost() => _granted = CardSecrets.None;

    /// <exception cref="FuzzFindingException">The card said what it must not say.</exception>
    public void Judge(ReadOnlySpan<byte> command, CardSecrets inside, ReadOnlySpan<byte> answer, TerminalCipher? session)
    {
        if (answer.Length < 2)
        {
            throw new FuzzFindingException("An answer has no status word.");
        }

        SentCommand sent = SentCommand.Read(command);
        ReadOnlySpan<byte> data = answer[..^2];
        bool success = answer[^2] == 0x90 && answer[^1] == 0x00;
        CheckForm(sent, data.Length, success);
        if (success)
        {
            _report.Successes++;
            Grant(command, sent, inside);
        }

        Search(data);
        if (data.Length == 256 && command[1] == 0x2A)
        {
            CheckSignature(data);
        }

        if (session is not null && data.Length >= 19 && (command[0] & 0x0C) == 0x08)
        {
            _report.Decrypted++;
            foreach (byte[] plain in session.Open(data.ToArray()))
            {
                Search(plain);
            }
        }
    }

    private static void CheckForm(SentCommand sent, int length, bool success)
    {
        if (!success && length > 0)
        {
            throw new FuzzFindingException("A refusal carries data.");
        }

        if (success && !sent.IsWellFormed)
        {
            throw new FuzzFindingException("A malformed command was carried out.");
        }

        if (length > sent.Expected)
        {
            throw new FuzzFindingException("An answer is longer than was asked for.");
        }
    }

    private void Grant(ReadOnlySpan<byte> command, SentCommand sent, CardSecrets inside)
    {
        switch (command[1])
        {
            case 0xA4 when command[2] == 0x04 && _selectCloses:
                _granted = CardSecrets.None;
                break;
            case 0x20 when !sent.Data.IsEmpty:
                CardSecrets presented = (command[0] & 0x0C) == 0 ? Equal(sent.Data) : inside;
                if (presented == CardSecrets.None)
                {
                    throw new FuzzFindingException("A wrong PIN was taken.");
                }

                _granted |= presented;
                _report.Unlocks++;
                break;
            case 0x24 or 0x32:
                if (_granted == CardSecrets.None)
                {
                    throw new FuzzFindingException("A PIN was replaced without any PIN.");
                }

                IsSpoiled = true;
                _report.Changes++;
                break;
            case 0xD6 when (_granted & CardSecrets.FreeArea) == CardSecrets.None:
                throw new FuzzFindingException("A file was written without its PIN.");
            default:
                break;
        }
    }

    private CardSecrets Equal(ReadOnlySpan<byte> data)
    {
        CardSecrets found = CardSecrets.None;
        foreach (CardSecrets one in _each)
        {
            found |= data.SequenceEqual(_card.Secret(one)) ? one : CardSecrets.None;
        }

        return found;
    }

    private void Search(ReadOnlySpan<byte> data)
    {
        if (_windows.TryFindDenied(data, _granted, out CardSecrets disclosed))
        {
            throw new FuzzFindingException("A guarded value was told without its PIN.");
        }

        if (disclosed != CardSecrets.None)
        {
            _report.Disclosures++;
            _report.Seen |= disclosed;
        }
    }

    /// <summary>RFC 8017: whatever a key signed has the form of PKCS#1 v1.5 or of PSS under its public half.</summary>
    private void CheckSignature(ReadOnlySpan<byte> signature)
    {
        _report.Signatures++;
        foreach (CardSecrets pin in (CardSecrets[])[CardSecrets.Login, CardSecrets.Signature])
        {
            RSAParameters key = FuzzCard.PublicKey(pin);
            BigInteger power = BigInteger.ModPow(Unsigned(signature), Unsigned(key.Exponent), Unsigned(key.Modulus));
            byte[] block = power.ToByteArray(isUnsigned: true, isBigEndian: true);
            bool pkcs1 = block.Length == 255 && block.AsSpan().StartsWith<byte>([0x01, 0xFF, 0xFF, 0xFF, 0xFF]);
            bool pss = block is [.., 0xBC] && !pkcs1 && VerifiesPss(key, block);
            if ((pkcs1 || pss) && (_granted & pin) == CardSecrets.None)
            {
                throw new FuzzFindingException("A key signed without its PIN.");
            }
        }
    }

    // One block in 256 of another key ends in BC by chance; RFC 8017 §9.1.2: DB is unmasked by MGF1 of H, and is zeroes, 01, salt.
    private static bool VerifiesPss(RSAParameters key, byte[] block)
    {
        byte[] whole = new byte[key.Modulus!.Length];
        block.CopyTo(whole, whole.Length - block.Length);
        ReadOnlySpan<byte> masked = whole.AsSpan(0, 223);
        byte[] hash = whole[223..255];
        byte[] mask = [.. Enumerable.Range(0, 7).SelectMany(i => SHA256.HashData([.. hash, 0, 0, 0, (byte)i]))];
        int zeroes = 0;
        while (zeroes < masked.Length && (zeroes == 0 ? (masked[0] ^ mask[0]) & 0x7F : masked[zeroes] ^ mask[zeroes]) == 0)
        {
            zeroes++;
        }

        return zeroes > 16;
    }

    private static BigInteger Unsigned(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
