using System.Security.Cryptography;

namespace MyNumber.Numbering.Permutations;

/// <summary>FF1 over eleven decimal digits, the domain 10^11 that an individual number has before its check digit, under a fixed tweak.</summary>
/// <remarks>Source: NIST SP 800-38G (2016) with radix 10 and eleven numerals, so ten AES blocks a number. On x86-64 with AES-NI, AVX and FMA the rounds run in vector lanes with no table, no
/// branch and no address that depends on key or number; Arm has the same lanes, compiled but not yet run by our tests; elsewhere the platform's AES does the rounds (<see cref="Ff1Permutation"/>, whose
/// integer division may take variable time). All give the same answers. Which real conversion J-LIS uses is not public: numbers made with this are synthetic.</remarks>
public sealed class ElevenDigitPermutation : IKeyedPermutation
{
    /// <summary>Digits of a number.</summary>
    public const int Digits = DigitRows.Length;

    private const long Size = 100_000_000_000;
    private const int Chunk = 256;

    private readonly IElevenDigitEngine _engine;

    /// <summary>Takes a key and a tweak.</summary>
    /// <param name="key">16, 24 or 32 bytes; copied, the caller zeroes its own. 32 is the choice for new keys.</param>
    /// <param name="tweak">At most <see cref="Ff1.MaximumTweakLength"/> bytes; may be empty. Not secret. Its length costs nothing after construction.</param>
    /// <exception cref="ArgumentException">Key or tweak has another length.</exception>
    public ElevenDigitPermutation(ReadOnlySpan<byte> key, ReadOnlySpan<byte> tweak)
        : this(key, tweak, BestPath)
    {
    }

    internal ElevenDigitPermutation(ReadOnlySpan<byte> key, ReadOnlySpan<byte> tweak, ElevenDigitPath path)
    {
        AesPool.CheckKey(key);
        Ff1.CheckTweak(tweak);
        _engine = path switch
        {
            ElevenDigitPath.X86Lanes => CreateLanes<X86LaneInstructions>(key, tweak),
            ElevenDigitPath.ArmLanes => CreateLanes<ArmLaneInstructions>(key, tweak),
            _ => new ElevenDigitLockStep(new Ff1Permutation(key, 10, Digits, tweak)),
        };
    }

    /// <inheritdoc/>
    public long DomainSize => Size;

    internal static ElevenDigitPath BestPath =>
        IsAvailable(ElevenDigitPath.X86Lanes) ? ElevenDigitPath.X86Lanes
        : IsAvailable(ElevenDigitPath.ArmLanes) ? ElevenDigitPath.ArmLanes
        : ElevenDigitPath.LockStep;

    internal static bool IsAvailable(ElevenDigitPath path) => path switch
    {
        ElevenDigitPath.X86Lanes => X86LaneInstructions.IsSupported,
        ElevenDigitPath.ArmLanes => ArmLaneInstructions.IsSupported,
        _ => true,
    };

    /// <inheritdoc/>
    public long Permute(long value)
    {
        DomainGuard.Check(value, Size);
        Permute(new Span<long>(ref value));
        return value;
    }

    /// <inheritdoc/>
    public long Invert(long value)
    {
        DomainGuard.Check(value, Size);
        Invert(new Span<long>(ref value));
        return value;
    }

    /// <inheritdoc/>
    public void Permute(Span<long> values)
    {
        DomainGuard.Check(values, Size);
        _engine.Run(values, forward: true);
    }

    /// <inheritdoc/>
    public void Invert(Span<long> values)
    {
        DomainGuard.Check(values, Size);
        _engine.Run(values, forward: false);
    }

    /// <summary>Maps rows of eleven ASCII digits in place.</summary>
    /// <param name="rows">Rows without separators, a multiple of eleven bytes.</param>
    /// <exception cref="ArgumentException">Another length, or a byte that is no ASCII digit; nothing was changed.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    public void PermuteDigits(Span<byte> rows) => RunDigits(rows, forward: true);

    /// <summary>Undoes <see cref="PermuteDigits"/>.</summary>
    /// <param name="rows">Rows without separators, a multiple of eleven bytes.</param>
    /// <exception cref="ArgumentException">Another length, or a byte that is no ASCII digit; nothing was changed.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    public void InvertDigits(Span<byte> rows) => RunDigits(rows, forward: false);

    /// <summary>Zeroes the key.</summary>
    public void Dispose() => _engine.Dispose();

    private static ElevenDigitLanes<TLanes> CreateLanes<TLanes>(ReadOnlySpan<byte> key, ReadOnlySpan<byte> tweak)
        where TLanes : struct, ILaneInstructions
    {
        if (!TLanes.IsSupported)
        {
            throw new PlatformNotSupportedException("This processor lacks the instructions of the lanes.");
        }

        using AesPool pool = new(key);
        Aes aes = pool.Rent();
        byte[] constant = RoundConstant.Create(aes, Ff1Layout.Create(10, Digits, Ff1MinimumDomain.OneMillion), tweak);
        pool.Return(aes);
        ElevenDigitLanes<TLanes> lanes = new(key, constant);
        CryptographicOperations.ZeroMemory(constant);
        return lanes;
    }

    private void RunDigits(Span<byte> rows, bool forward)
    {
        if (rows.Length % Digits != 0 || rows.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            throw new ArgumentException("Rows are of eleven ASCII digits.", nameof(rows));
        }

        Span<long> values = stackalloc long[Chunk];
        do
        {
            int count = Math.Min(Chunk, rows.Length / Digits);
            DigitRows.Read(rows, values[..count]);
            _engine.Run(values[..count], forward);
            DigitRows.Write(values[..count], rows);
            rows = rows[(count * Digits)..];
        }
        while (rows.Length > 0);

        values.Clear();
    }
}
