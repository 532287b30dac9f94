using MyNumber.Cli.Numbers;
using MyNumber.Linkage.Codes;
using MyNumber.Numbering;

namespace MyNumber.Cli.Links;

/// <summary>Resident record codes (住民票コード) to agency codes: a link code for each, then all of the batch at once.</summary>
/// <remarks>The first proposal is taken as it is: that no two people get one link code is for a register to know, and there is none here.</remarks>
internal sealed class DeriveWork(LinkCodeDeriver deriver, AgencyCodeCipher cipher, HolderEpoch holder, CodeOutput output) : ILineWork
{
    private readonly byte[] _links = new byte[ILineWork.Most * LinkCode.Length];
    private readonly byte[] _blocks = new byte[ILineWork.Most * AgencyCode.BlockLength];
    private readonly NumberFault[] _faults = new NumberFault[ILineWork.Most];

    public void Begin() => output.Begin();

    public void Take(int place, ReadOnlySpan<byte> line)
    {
        Span<byte> link = _links.AsSpan(place * LinkCode.Length, LinkCode.Length);
        if (ResidentRecordCode.TryParse(line, NumberStyle.Strict, out ResidentRecordCode code, out _faults[place]))
        {
            deriver.Propose(code, attempt: 0).WriteRevealed(link);
        }
        else
        {
            link.Clear();
        }
    }

    public void Finish(int count) =>
        cipher.Derive(holder.Holder, holder.Epoch, _links.AsSpan(0, count * LinkCode.Length), _blocks.AsSpan(0, count * AgencyCode.BlockLength));

    public bool Answer(int place, long row)
    {
        NumberFault fault = _faults[place];
        if (fault == NumberFault.None)
        {
            output.Write(row, _blocks.AsSpan(place * AgencyCode.BlockLength, AgencyCode.BlockLength));
            return true;
        }

        output.Refuse(row, "fault", fault.ToString(), NumberWords.Of(fault, output.Language));
        return false;
    }

    public void Dispose()
    {
        Array.Clear(_links);
        Array.Clear(_blocks);
    }
}
