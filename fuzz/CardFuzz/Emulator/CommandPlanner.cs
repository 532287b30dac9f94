using System.Security.Cryptography;

namespace MyNumber.CardFuzz.Emulator;

/// <summary>Draws commands: whole dialogues that a terminal would have, single valid commands, and noise. Which secrets it presents is a choice for each card.</summary>
internal sealed class CommandPlanner : IDisposable
{
    private static readonly byte[] _instructions = [0xA4, 0xB0, 0xB2, 0xD6, 0x20, 0x24, 0x84, 0x32, 0x88, 0xCA, 0xAE, 0xA2, 0x2A, 0xFC, 0xC0, 0x22];
    private readonly FuzzRandom _random;
    private readonly FuzzCard _card;
    private readonly CardSecrets _known;
    private readonly RSA? _transport;
    private readonly Queue<PlannedCommand> _plan = new();
    private int _burst;

    /// <param name="random">What draws.</param>
    /// <param name="card">The card.</param>
    /// <param name="known">The secrets that the terminal knows.</param>
    public CommandPlanner(FuzzRandom random, FuzzCard card, CardSecrets known)
    {
        _random = random;
        _card = card;
        _known = known;
        _transport = RSA.Create();
        _transport.ImportSubjectPublicKeyInfo(card.Card.GetPublicKey(MyNumber.Card.Emulation.Objects.CardKeyPurpose.SessionTransport), out _);
    }

    /// <summary>The terminal's half of secure messaging, as far as it believes in one.</summary>
    public TerminalCipher? Session
    {
        get;
        set
        {
            field?.Dispose();
            field = value;
            _burst = value is null ? 0 : 20;
        }
    }

    public PlannedCommand Next()
    {
        if (_plan.TryDequeue(out PlannedCommand planned))
        {
            return planned;
        }

        if (_burst > 0)
        {
            _burst--;
            return Protected();
        }

        switch (_random.Below(400))
        {
            case < 12:
                Unlock();
                break;
            case 12:
                OpenSession();
                break;
            case 13 when _random.OneIn(4):
                Sign();
                break;
            case 14:
                ChangePin();
                break;
            default:
                break;
        }

        return _plan.TryDequeue(out planned) ? planned : Session is not null && !_random.OneIn(4) ? Protected() : new PlannedCommand(Single());
    }

    public void Dispose()
    {
        _transport?.Dispose();
        Session?.Dispose();
    }

    private void Add(params byte[] command) => _plan.Enqueue(new PlannedCommand(command));

    private void SelectApplication(byte[] application) => Add([0x00, 0xA4, 0x04, 0x0C, (byte)application.Length, .. application]);

    private void SelectFile(byte file) => Add(0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, file);

    /// <summary>Selects, presents a PIN (a wrong one where the right one is not known), and reads in its application.</summary>
    private (byte[] Application, CardSecrets Secret) Unlock()
    {
        (byte[] application, byte file, CardSecrets secret) = _random.Pick(GuardedFiles.Pins);
        SelectApplication(application);
        Present(file, secret);
        int reads = _random.Below(12);
        for (int i = 0; i < reads; i++)
        {
            byte target = _random.OneIn(3) ? (byte)_random.Below(0x20) : GuardedFiles.Files[_random.Below(GuardedFiles.Files.Length)].File;
            byte length = _random.OneIn(2) ? (byte)0 : _random.Byte();
            if (_random.OneIn(2))
            {
                Add(0x00, 0xB0, (byte)(0x80 | (target & 0x1F)), (byte)_random.Below(24), length);
            }
            else
            {
                SelectFile(target);
                Add(0x00, 0xB0, (byte)(_random.OneIn(3) ? _random.Below(9) : 0), (byte)_random.Below(40), length);
            }
        }

        return (application, secret);
    }

    private void Present(byte file, CardSecrets secret)
    {
        byte[] value = [.. _card.Secret(secret)];
        if ((_known & secret) == CardSecrets.None)
        {
            int place = _random.Below(value.Length);
            value[place] = (byte)(value[place] ^ 0x01);
        }

        if (_random.OneIn(2))
        {
            SelectFile(file);
            Add([0x00, 0x20, 0x00, 0x80, (byte)value.Length, .. value]);
        }
        else
        {
            Add([0x00, 0x20, 0x00, (byte)(0x80 | file), (byte)value.Length, .. value]);
        }
    }

    private void OpenSession()
    {
        (_, byte file, CardSecrets secret) = _random.Pick(GuardedFiles.Pins[2], GuardedFiles.Pins[3], GuardedFiles.Pins[4]);
        SelectApplication(GuardedFiles.InputSupport);
        Present(file, secret);
        byte[] seed = _random.Bytes(32);
        byte[] cryptogram = _transport!.Encrypt([0xA0, 0x22, 0x80, 0x20, .. seed], RSAEncryptionPadding.OaepSHA256);
        _plan.Enqueue(new PlannedCommand([0x80, 0xAE, 0x00, 0x00, 0x00, 0x01, 0x00, .. cryptogram], SessionKey: seed[..16]));
    }

    private void Sign()
    {
        (byte key, byte pin, CardSecrets secret) = _random.OneIn(2) ? ((byte)0x17, (byte)0x18, CardSecrets.Login) : ((byte)0x1A, (byte)0x1B, CardSecrets.Signature);
        SelectApplication(GuardedFiles.Jpki);
        if (_random.OneIn(2))
        {
            Present(pin, secret);
        }

        SelectFile(key);
        Add([0x80, 0x2A, _random.Pick<byte>(2, 4), 0x80, 0x20, .. _random.Bytes(32), 0x00]);
    }

    private void ChangePin()
    {
        (byte[] application, byte file, CardSecrets secret) = _random.Pick(GuardedFiles.Pins);
        SelectApplication(application);
        if (_random.OneIn(2))
        {
            Present(file, secret);
        }

        SelectFile(file);
        bool key = secret == CardSecrets.Residence ? !_random.OneIn(4) : _random.OneIn(4);
        Add([key ? (byte)0x80 : (byte)0x00, key ? (byte)0x32 : (byte)0x24, key ? (byte)0x00 : (byte)0x01, 0x80, 0x04, .. "0000"u8]);
    }

    private PlannedCommand Protected()
    {
        TerminalCipher session = Session!;
        byte target = (byte)(_random.OneIn(3) ? _random.Below(0x20) : _random.Below(8));
        switch (_random.Below(5))
        {
            case 0:
                return Whole([0x08, 0xA4, 0x02, 0x0C], session.Wrap([0x00, target]));
            case 1:
                (_, byte file, CardSecrets secret) = _random.Pick(GuardedFiles.Pins[2], GuardedFiles.Pins[3], GuardedFiles.Pins[4]);
                bool knows = (_known & secret) != CardSecrets.None;
                byte[] value = knows ? _card.Secret(secret) : _random.Bytes(4);
                return Whole([0x08, 0x20, 0x00, (byte)(0x80 | file)], session.Wrap(value)) with { Inside = knows ? secret : CardSecrets.None };
            default:
                byte[] wanted = [0x96, 0x03, 0x00, _random.OneIn(4) ? _random.Byte() : (byte)0, _random.Byte()];
                byte p1 = _random.OneIn(2) ? (byte)(0x80 | target) : (byte)0;
                return new PlannedCommand([0x08, 0xB0, p1, 0x00, 0x00, 0x00, (byte)wanted.Length, .. wanted, 0x00, 0x00]);
        }
    }

    private static PlannedCommand Whole(byte[] header, byte[] data) => new([.. header, (byte)data.Length, .. data]);

    private byte[] Single()
    {
        byte file = (byte)(_random.OneIn(8) ? _random.Byte() : _random.Below(0x1F));
        switch (_random.Below(20))
        {
            case 0:
                byte[] application = _random.Pick(GuardedFiles.Applications);
                int part = _random.OneIn(4) ? _random.Below(application.Length) + 1 : application.Length;
                return [0x00, 0xA4, 0x04, _random.Pick<byte>(0x00, 0x0C, 0x02, 0x0E), (byte)part, .. application[..part]];
            case 1 or 2 or 3 or 4:
                return [0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, file];
            case 5 or 6 or 7:
                return [0x00, 0xB0, (byte)_random.Below(_random.OneIn(4) ? 0x80 : 4), _random.Byte(), _random.Byte()];
            case 8 or 9:
                return [0x00, 0xB0, (byte)(0x80 | (file & 0x1F)), _random.Byte(), _random.Byte()];
            case 10:
                return [0x00, 0xB2, (byte)_random.Below(4), (byte)(((file & 0x1F) << 3) | _random.Pick(4, 5)), 0x00];
            case 11:
                return [0x00, 0x20, 0x00, _random.OneIn(2) ? (byte)0x80 : (byte)(0x80 | file)];
            case 12:
                return [0x00, 0x84, 0x00, 0x00, _random.Byte()];
            case 13:
                return [0x00, 0xCA, _random.Pick<byte>(0x00, 0x5F, 0x7F, _random.Byte()), _random.Pick<byte>(0x42, 0x51, 0xF3, 0x21, _random.Byte()), 0x00, 0x00, 0x00];
            case 14:
                return [0x80, 0x2A, (byte)_random.Below(7), _random.OneIn(2) ? (byte)0x80 : (byte)(0x80 | file), 0x20, .. _random.Bytes(32), 0x00];
            case 15:
                return [0x00, 0xD6, _random.OneIn(2) ? (byte)0 : (byte)0x83, _random.Byte(), 0x08, .. _random.Bytes(8)];
            case 16:
                return [0x80, 0xAE, 0x00, 0x00, 0x00, 0x01, 0x00, .. _random.Bytes(_random.OneIn(8) ? 256 : 20)];
            case 17:
                return [(byte)(_random.OneIn(2) ? 0x00 : 0x80), _random.Pick(_instructions), _random.Byte(), _random.Byte(), .. _random.Bytes(_random.Below(20))];
            case 18:
                return _random.Bytes(_random.Below(_random.OneIn(50) ? 4000 : 24));
            default:
                return [0x00, 0x24, 0x01, (byte)(0x80 | file), 0x04, .. "0000"u8];
        }
    }
}
