using System.Text;

namespace MyNumber.Linkage.Payloads;

/// <summary>What holds for the items of every payload, made or read.</summary>
internal static class PayloadRules
{

    public static PayloadFault Judge(ReadOnlySpan<PayloadItem> items)
    {
        if (items.Length > ItemSetPayload.MostItems)
        {
            return PayloadFault.TooManyItems;
        }

        for (int i = 0; i < items.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(items[i].Value, nameof(items));
            if (items[i].Id.IsEmpty)
            {
                return PayloadFault.WrongId;
            }

            if (i > 0 && items[i - 1].Id.CompareTo(items[i].Id) >= 0)
            {
                return PayloadFault.WrongOrder;
            }

            if (items[i].Value.Length > ItemSetPayload.LongestValue || !IsText(items[i].Value))
            {
                return PayloadFault.WrongValue;
            }
        }

        return PayloadFault.None;
    }

    private static bool IsText(string value)
    {
        ReadOnlySpan<char> rest = value;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int used) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[used..];
        }

        return true;
    }
}
