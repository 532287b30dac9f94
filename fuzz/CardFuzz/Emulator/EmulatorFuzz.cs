using System.Globalization;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.CardFuzz.Emulator;

/// <summary>
/// Random, valid and mutated commands against the emulated card: it must never throw, never hang, never write outside its buffer, and never tell what its
/// access rules deny. Each card has a seed of its own, so that a finding is seen again in seconds.
/// </summary>
public sealed class EmulatorFuzz
{
    private const int CommandsForCard = 4000;
    private const int Guard = 64;
    private const byte GuardByte = 0xA5;
    private const int LongestAnswer = 65538;
    private readonly byte[] _buffer = new byte[LongestAnswer + (2 * Guard)];
    private readonly Queue<byte[]> _last = new();

    private readonly CardProfile? _profile;

    /// <param name="profile">Another card, for a test that lets one say too much.</param>
    public EmulatorFuzz(CardProfile? profile = null) => _profile = profile;

    public FuzzReport Report { get; } = new();

    /// <exception cref="FuzzFindingException">A rule was broken.</exception>
    public void Run(ulong seed, long count)
    {
        for (ulong card = 0; Report.Commands < count; card++)
        {
            ulong own = unchecked((seed * 1_000_003) + card);
            RunCard(own, (int)Math.Min(CommandsForCard, count - Report.Commands));
        }
    }

    /// <summary>One card from its seed.</summary>
    public void RunCard(ulong seed, int count)
    {
        FuzzRandom random = new(seed);
        EmulatedCardOptions options = Options(random);
        using FuzzCard card = new(random, options, _profile);
        SecretOracle oracle = new(card, Report, options.SelectClearsVerified);
        using CommandPlanner planner = new(random, card, (CardSecrets)random.Below((int)CardSecrets.All + 1));
        Report.Cards++;
        _last.Clear();
        card.Card.PowerOn();
        try
        {
            for (int i = 0; i < count && !oracle.IsSpoiled; i++)
            {
                Step(random, card.Card, planner, oracle, options);
            }
        }
        catch (Exception cause)
        {
            string trail = string.Join(Environment.NewLine, _last.Select(Convert.ToHexString));
            throw new FuzzFindingException(string.Create(CultureInfo.InvariantCulture, $"Card {seed}: {cause.Message}{Environment.NewLine}{trail}"), cause);
        }
    }

    private static EmulatedCardOptions Options(FuzzRandom random) => new()
    {
        BlockedAnswers6983 = random.OneIn(2),
        SelectClearsVerified = !random.OneIn(4),
        WarmResetClearsVerified = random.OneIn(2),
        WrongLengthSpendsTry = random.OneIn(2),
        FirstCommandAnswers6F00 = random.OneIn(8),
        SelectAnswersControlInformation = random.OneIn(2),
        VerifiedQueryAnswers9000 = random.OneIn(2),
        QueryNeedsExpectedLength = random.OneIn(4),
        ReadsRecordsToEnd = random.OneIn(2),
        ContactAnswerNeedsApplication = random.OneIn(2),
        MatchingNumberTries = random.OneIn(2) ? 10 : 3,
        FillRandom = random.Fill,
    };

    private void Step(FuzzRandom random, EmulatedCard card, CommandPlanner planner, SecretOracle oracle, EmulatedCardOptions options)
    {
        if (random.OneIn(150))
        {
            Reset(random, card, planner, oracle, options);
        }

        PlannedCommand planned = planner.Next();
        byte[] command = random.OneIn(planned.SessionKey is null && planned.Bytes is not [0x08, ..] ? 5 : 20) ? CommandMutator.Mutate(random, planned.Bytes) : planned.Bytes;
        Remember(command);
        if (random.OneIn(200) && IsRefusedForRoom(card, command, random.Below(300)))
        {
            return;
        }

        int length = Process(card, command);
        if (planner.Session is { } session && command is [0x08, ..])
        {
            session.Sent++;
        }

        oracle.Judge(command, planned.Inside, _buffer.AsSpan(Guard, length), planner.Session);
        Report.Commands++;
        ushort status = (ushort)((_buffer[Guard + length - 2] << 8) | _buffer[Guard + length - 1]);
        Report.Statuses[status] = Report.Statuses.GetValueOrDefault(status) + 1;
        if (planned.SessionKey is { } key && status == 0x9000)
        {
            planner.Session = new TerminalCipher(key);
        }
    }

    private static void Reset(FuzzRandom random, EmulatedCard card, CommandPlanner planner, SecretOracle oracle, EmulatedCardOptions options)
    {
        if (random.OneIn(2))
        {
            card.WarmReset();
        }
        else
        {
            card.PowerOff();
            card.PowerOn();
            oracle.PowerLost();
        }

        if (options.WarmResetClearsVerified)
        {
            oracle.PowerLost();
        }

        planner.Session = null;
    }

    /// <summary>A buffer that is too short is refused by an exception that the documentation names, and only then.</summary>
    private bool IsRefusedForRoom(EmulatedCard card, byte[] command, int room)
    {
        Span<byte> around = _buffer.AsSpan(0, room + (2 * Guard));
        around.Fill(GuardByte);
        try
        {
            _ = card.Process(command, around.Slice(Guard, room));
        }
        catch (ArgumentException refusal) when (refusal.ParamName == "response")
        {
            return true;
        }
        finally
        {
            CheckGuards(around);
        }

        return false;
    }

    private int Process(EmulatedCard card, byte[] command)
    {
        Span<byte> edge = _buffer.AsSpan(Guard + LongestAnswer);
        _buffer.AsSpan(0, Guard).Fill(GuardByte);
        edge.Fill(GuardByte);
        int length = card.Process(command, _buffer.AsSpan(Guard, LongestAnswer));
        CheckGuards(_buffer);
        return length is >= 0 and <= LongestAnswer ? length : throw new FuzzFindingException("An answer has an impossible length.");
    }

    private static void CheckGuards(ReadOnlySpan<byte> around)
    {
        if (around[..Guard].ContainsAnyExcept(GuardByte) || around[^Guard..].ContainsAnyExcept(GuardByte))
        {
            throw new FuzzFindingException("The card wrote outside its buffer.");
        }
    }

    private void Remember(byte[] command)
    {
        _last.Enqueue(command);
        if (_last.Count > 40)
        {
            _last.Dequeue();
        }
    }
}
