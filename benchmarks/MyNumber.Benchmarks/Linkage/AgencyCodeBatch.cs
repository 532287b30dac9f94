using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MyNumber.Linkage.Codes;

namespace MyNumber.Benchmarks.Linkage;

/// <summary>
/// Agency codes of one holder; times are for one code. Each call takes the next 4,096 of <see cref="Count"/> people: with 4,096 all stays in the caches, with 16 Mi (160 MB of links, 256 MB of codes) all comes
/// from memory. <see cref="HmacPerCode"/> is a code by a hash, which one would write otherwise; <see cref="EncryptEcb"/> is the platform's AES over blocks that lie ready.
/// </summary>
[MemoryDiagnoser]
public class AgencyCodeBatch
{
    private const int Window = 4096;
    private const int Few = 64;

    private static readonly CodeHolderId _a = new(13104);
    private static readonly CodeHolderId _b = new(500);

    private readonly byte[] _key = new byte[AgencyCodeCipher.KeyLength];
    private readonly RefusedCode[] _refused = new RefusedCode[1];
    private readonly byte[] _mac = new byte[32];
    private byte[] _links = [];
    private byte[] _blocks = [];
    private byte[] _made = [];
    private Aes _aes = null!;
    private AgencyCodeCipher _cipher = null!;
    private AgencyCodeCipher _next = null!;
    private LinkCode _link;
    private AgencyCode _code;
    private int _at;

    [Params(Window, 16 * 1024 * 1024)]
    public int Count { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        Random random = new(1);
        random.NextBytes(_key);
        _links = new byte[Count * LinkCode.Length];
        random.NextBytes(_links);
        _blocks = new byte[Count * AgencyCode.BlockLength];
        _made = new byte[Count * AgencyCode.BlockLength];
        _aes = Aes.Create();
        _aes.SetKey(_key);
        _cipher = new AgencyCodeCipher(0, _key);
        _next = new AgencyCodeCipher(1, RandomNumberGenerator.GetBytes(AgencyCodeCipher.KeyLength));
        _cipher.Derive(_a, 0, _links, _blocks);
        _link = LinkCode.FromBytes(_links.AsSpan(0, LinkCode.Length));
        _code = _cipher.Derive(_a, 0, _link);
        if (_cipher.Convert(_blocks, _a, 0, _b, 0, _made, _refused) != 0)
        {
            throw new InvalidOperationException("A code was refused.");
        }
    }

    [GlobalCleanup]
    public void TearDown()
    {
        _aes.Dispose();
        _cipher.Dispose();
        _next.Dispose();
    }

    [Benchmark(OperationsPerInvoke = Few)]
    public void HmacPerCode()
    {
        int at = Next();
        for (int i = 0; i < Few; i++)
        {
            HMACSHA256.HashData(_key, _links.AsSpan((at + i) * LinkCode.Length, LinkCode.Length), _mac);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Window)]
    public void EncryptEcb()
    {
        int at = Next();
        _aes.EncryptEcb(Blocks(_blocks, at), Blocks(_made, at), PaddingMode.None);
    }

    [Benchmark(OperationsPerInvoke = Window)]
    public void Derive()
    {
        int at = Next();
        _cipher.Derive(_a, 0, _links.AsSpan(at * LinkCode.Length, Window * LinkCode.Length), Blocks(_made, at));
    }

    [Benchmark(OperationsPerInvoke = Window)]
    public int ConvertToAnother()
    {
        int at = Next();
        return _cipher.Convert(Blocks(_blocks, at), _a, 0, _b, 0, Blocks(_made, at), _refused);
    }

    [Benchmark(OperationsPerInvoke = Window)]
    public int Rekey()
    {
        int at = Next();
        return _cipher.ConvertTo(_next, Blocks(_blocks, at), _a, 0, _a, 0, Blocks(_made, at), _refused);
    }

    [Benchmark]
    public AgencyCode DeriveOne() => _cipher.Derive(_a, 0, _link);

    [Benchmark]
    public CodeVerdict InspectOne() => _cipher.Inspect(_code, _a, 0, out _);

    private static Span<byte> Blocks(byte[] all, int at) => all.AsSpan(at * AgencyCode.BlockLength, Window * AgencyCode.BlockLength);

    private int Next()
    {
        int at = _at;
        _at = at + Window == Count ? 0 : at + Window;
        return at;
    }
}
