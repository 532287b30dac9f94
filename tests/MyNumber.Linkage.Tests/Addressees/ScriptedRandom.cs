using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Tests.Addressees;

/// <summary>Gives the integers that it was told, one for each draw.</summary>
internal sealed class ScriptedRandom(params ulong[] draws) : RandomNumberGenerator
{
    private int _next;

    public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

    public override void GetBytes(Span<byte> data) => BinaryPrimitives.WriteUInt64BigEndian(data, draws[_next++]);
}
