"""The architectures, one family a file. Importing this package registers nothing; the registry imports the files.

Every network is called with the task's keyword arguments (``pixel_values`` float32 ``(B, channels, H, W)``, or
``input_ids`` and ``attention_mask`` int64 ``(B, L)``) and returns logits ``(B, classes)``. Image networks name their
stages ``layer1``, ``layer2`` … and end in ``pool`` and ``head``, so that methods can tap layers by path.
"""
