namespace MyNumber.Numbering.Issuing.Codes;

/// <summary>The memory of every resident record code that was ever designated to a municipality (指定した住民票コード).</summary>
/// <remarks>Implementations are thread safe. Nothing is ever taken out: a code that was designated once is never designated again (住民基本台帳法30条の2②).</remarks>
public interface IAllottedCodes
{
    /// <summary>How many codes were designated.</summary>
    long Count { get; }

    /// <summary>Writes a code down for a municipality.</summary>
    /// <param name="code">The code.</param>
    /// <param name="municipality">Who may write it.</param>
    /// <returns><see langword="false"/> when the code was designated before, to anybody; nothing changes then.</returns>
    bool TryAdd(ResidentRecordCode code, LocalGovernmentCode municipality);
}
