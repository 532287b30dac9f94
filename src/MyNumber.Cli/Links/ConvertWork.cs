using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Links;

/// <summary>One holder's agency codes to another's, under the same key; a code that is not genuine gives none.</summary>
internal sealed class ConvertWork(AgencyCodeCipher cipher, HolderEpoch from, HolderEpoch to, CodeOutput output) : ILineWork
{
    private readonly byte[] _blocks = new byte[ILineWork.Most * AgencyCode.BlockLength];
    private readonly byte[] _envelope = new byte[AgencyCode.Length];
    private readonly RefusedCode[] _refused = new RefusedCode[ILineWork.Most];
    private readonly CodeVerdict?[] _verdicts = new CodeVerdict?[ILineWork.Most];

    public void Begin() => output.Begin();

    public void Take(int place, ReadOnlySpan<byte> line)
    {
        bool isEnvelope = EnvelopeLine.TryDecode(line, _envelope);
        CodeVerdict verdict = _envelope[0] != CodeScheme.AesBlock ? CodeVerdict.UnknownScheme
            : _envelope[1] != cipher.KeyEpoch ? CodeVerdict.UnknownKeyEpoch
            : CodeVerdict.Genuine;
        _verdicts[place] = isEnvelope ? verdict : null;
        _envelope.AsSpan(2).CopyTo(Block(place));
        if (_verdicts[place] != CodeVerdict.Genuine)
        {
            Block(place).Clear();
        }
    }

    public void Finish(int count)
    {
        Span<byte> blocks = _blocks.AsSpan(0, count * AgencyCode.BlockLength);
        int refused = cipher.Convert(blocks, from.Holder, from.Epoch, to.Holder, to.Epoch, blocks, _refused);
        foreach (RefusedCode code in _refused.AsSpan(0, refused))
        {
            _verdicts[code.Index] = _verdicts[code.Index] == CodeVerdict.Genuine ? code.Verdict : _verdicts[code.Index];
        }
    }

    public bool Answer(int place, long row)
    {
        CodeVerdict? verdict = _verdicts[place];
        if (verdict == CodeVerdict.Genuine)
        {
            output.Write(row, Block(place));
            return true;
        }

        output.Refuse(row, "verdict", CodeWords.Name(verdict), CodeWords.Of(verdict, output.Language));
        return false;
    }

    public void Dispose()
    {
        Array.Clear(_blocks);
        Array.Clear(_envelope);
    }

    private Span<byte> Block(int place) => _blocks.AsSpan(place * AgencyCode.BlockLength, AgencyCode.BlockLength);
}
