using System.Buffers.Binary;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace MyNumber.Benchmarks.Numbering;

/// <summary>Eleven-digit FF1 without a tweak, one number and one AES call at a time.</summary>
public sealed class Ff1PlainLoop
{
    private readonly Action<byte[], byte[]> _encryptBlock;
    private readonly byte[] _start = [1, 2, 1, 0, 0, 10, 10, 5, 0, 0, 0, 11, 0, 0, 0, 0];
    private readonly byte[] _block = new byte[16];
    private readonly byte[] _output = new byte[16];

    private Ff1PlainLoop(Action<byte[], byte[]> encryptBlock)
    {
        _encryptBlock = encryptBlock;
        encryptBlock(_start, _output);
        _output.CopyTo(_start, 0);
    }

    public static Ff1PlainLoop OverPlatform(byte[] key)
    {
        Aes aes = Aes.Create();
        aes.SetKey(key);
        return new Ff1PlainLoop((input, output) => aes.EncryptEcb(input, output, PaddingMode.None));
    }

    public static Ff1PlainLoop OverBouncyCastle(byte[] key)
    {
        AesEngine aes = new();
        aes.Init(true, new KeyParameter(key));
        return new Ff1PlainLoop((input, output) => aes.ProcessBlock(input, 0, output, 0));
    }

    public long Encrypt(long value)
    {
        (ulong left, ulong right) = Math.DivRem((ulong)value, 1_000_000UL);
        for (int round = 0; round < 10; round += 2)
        {
            left = (left + (Function(round, right) % 100_000)) % 100_000;
            right = (right + (Function(round + 1, left) % 1_000_000)) % 1_000_000;
        }

        return (long)((left * 1_000_000) + right);
    }

    private ulong Function(int round, ulong half)
    {
        _start.CopyTo(_block, 0);
        _block[12] ^= (byte)round;
        _block[13] ^= (byte)(half >> 16);
        _block[14] ^= (byte)(half >> 8 & 0xFF);
        _block[15] ^= (byte)(half & 0xFF);
        _encryptBlock(_block, _output);
        return BinaryPrimitives.ReadUInt64BigEndian(_output);
    }
}
